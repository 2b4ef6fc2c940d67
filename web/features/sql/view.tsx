import { History as HistoryIcon, Play, Share2, Square, Star, WandSparkles } from 'lucide'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Result } from '#core/result.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast-model.ts'
import type { CodeEditor, Schema } from './code-editor.ts'
import { Editor } from './editor.tsx'
import { ExploreButton } from './explore-button.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import type { SqlScreen } from './model.ts'
import { Results } from './results.tsx'
import { type SqlTable, TablesList } from './tables-list.tsx'
import './sql.css'

type Props = {
  readonly screen: SqlScreen
  readonly tables: readonly SqlTable[] | null
  /** Example queries over the user's columns. */
  readonly examples: readonly string[]
  /** A link to this SQL. */
  readonly linkOf: (sql: string) => string
  /** The Explore URL of the SQL, or why there is none. */
  readonly exploreAddressOf: (sql: string) => Result<string>
  readonly onExplore: (address: string) => void
}

async function format(screen: SqlScreen): Promise<void> {
  try {
    const { duckdb, formatDialect } = await import('sql-formatter')
    screen.text.value = formatDialect(screen.text.value, { dialect: duckdb, keywordCase: 'upper', tabWidth: 2 })
  } catch {
    showToast('This SQL cannot be formatted as it is. Correct it first, then try again.')
  }
}

async function share(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link)
    showToast('The link is copied. Whoever opens it runs the SQL over their own datasets of these names.')
  } catch {
    showToast('The browser does not let this page copy. The link stands in the address bar.')
  }
}

type ActionsProps = Pick<Props, 'screen' | 'linkOf' | 'exploreAddressOf' | 'onExplore'> & {
  readonly editor: () => CodeEditor | null
}

function Actions({ screen, editor, linkOf, exploreAddressOf, onExplore }: ActionsProps) {
  const [opened, setOpened] = useState(false)
  const text = screen.text.value
  const isEmpty = text.trim() === ''
  const entry = screen.history.entries.value.find(({ sql }) => sql === text)
  const run = (): void => {
    const { sql, from } = editor()?.wanted() ?? { sql: text, from: 0 }
    void screen.run(sql, from)
  }
  return (
    <div class="sql-actions">
      {screen.isRunning.value ? (
        <Button kind="primary" icon={Square} onClick={screen.stop}>
          Cancel
        </Button>
      ) : (
        <Button kind="primary" icon={Play} disabled={isEmpty} onClick={run}>
          Run
        </Button>
      )}
      <kbd class="sql-key small muted">Ctrl ⏎</kbd>
      <span class="grow" />
      {!isEmpty && <ExploreButton address={exploreAddressOf(text)} onOpen={onExplore} />}
      {entry && (
        <Button
          kind="quiet"
          icon={Star}
          class={entry.isFavourite ? 'sql-star' : ''}
          label={entry.isFavourite ? 'No favourite any more' : 'Make it a favourite'}
          aria-pressed={entry.isFavourite}
          onClick={() => void screen.history.favour(text, !entry.isFavourite)}
        />
      )}
      <Button kind="quiet" icon={WandSparkles} label="Format" disabled={isEmpty} onClick={() => void format(screen)} />
      <Button kind="quiet" icon={HistoryIcon} label="History" onClick={() => setOpened(true)} />
      <Button
        kind="quiet"
        icon={Share2}
        label="Copy a link"
        disabled={isEmpty}
        onClick={() => void share(linkOf(text))}
      />
      {opened && (
        <HistoryDialog
          history={screen.history}
          now={Date.now()}
          onTake={(sql) => (screen.text.value = sql)}
          onClose={() => setOpened(false)}
        />
      )}
    </div>
  )
}

function Examples({ screen, examples }: Pick<Props, 'screen' | 'examples'>) {
  if (screen.tabs.value.length > 0 || examples.length === 0) return null
  const take = (sql: string): void => {
    screen.text.value = sql
    void screen.run(sql)
  }
  return (
    <section class="sql-examples" aria-labelledby="sql-examples">
      <h2 id="sql-examples" class="small muted">
        Begin with one of these
      </h2>
      <ul>
        {examples.map((sql) => (
          <li key={sql}>
            <button type="button" class="sql-example" onClick={() => take(sql)}>
              <code>{sql}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const schemaOf = (tables: readonly SqlTable[]): Schema =>
  Object.fromEntries(
    tables.map(({ table, columns }) => [
      table,
      (columns ?? []).map(({ name, type, text }) => ({ label: name, detail: type, apply: text })),
    ]),
  )

/** The SQL screen, over one or more datasets. */
export function SqlView({ screen, tables, examples, ...actions }: Props) {
  const editor = useRef<CodeEditor | null>(null)
  const schema = useMemo(() => schemaOf(tables ?? []), [tables])
  const insert = (text: string): void => editor.current?.insert(text)
  return (
    <div class="sql">
      <details class="sql-side" open={window.innerWidth > 820}>
        <summary class="small">Datasets and columns</summary>
        <TablesList tables={tables} onInsert={insert} />
      </details>
      <div class="sql-main">
        <Editor screen={screen} schema={schema} editor={editor} onFormat={() => void format(screen)} />
        <Actions screen={screen} editor={() => editor.current} {...actions} />
        <Examples screen={screen} examples={examples} />
        <Results screen={screen} />
      </div>
    </div>
  )
}
