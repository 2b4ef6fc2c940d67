import { SquareTerminal } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Choice } from './choice.tsx'

/** The statements of one database. */
export type WrittenSql = {
  readonly id: string
  readonly title: string
  /** In order of execution. */
  readonly statements: readonly string[]
  /**
   * Index of the statement that answers; those before it compute its inputs, the one after it is the compared period.
   */
  readonly main: number
}

type Props = {
  readonly write: () => Promise<Outcome<readonly WrittenSql[]>>
  /** Opens it in the SQL editor. */
  readonly onOpen: (sql: string) => void
  readonly onClose: () => void
}

/** Explains several statements. */
function wordsOf({ statements, main }: WrittenSql): string {
  const before = main > 0 ? 'What the first ones find is written into the one that answers. ' : ''
  const after =
    main < statements.length - 1 ? 'The last is of the period compared with; both are set side by side.' : ''
  return before + after
}

/** The dialect of our SQL editor. */
const ours = 'duckdb'

/** The exploration as SQL for a chosen database. */
export function SqlDialog({ write, onOpen, onClose }: Props) {
  const [written, setWritten] = useState<Outcome<readonly WrittenSql[]> | null>(null)
  const [dialect, setDialect] = useState(ours)
  useEffect(() => void write().then(setWritten), [])
  const all = written?.ok ? written.value : []
  const chosen = all.find(({ id }) => id === dialect)
  const text = chosen ? `${chosen.statements.join(';\n\n')};` : ''
  return (
    <Dialog title="This question as SQL" wide onClose={onClose}>
      <div class="stack">
        {written && !written.ok && <FailureNotice problem={written.error} />}
        {!written && <Skeleton height={260} />}
        {chosen && (
          <>
            <Choice
              label="Written for"
              value={dialect}
              options={all.map(({ id, title }) => ({ id, text: title }))}
              onChoose={setDialect}
            />
            <pre class="sql-text" tabIndex={0} aria-label={`SQL for ${chosen.title}`}>
              {text}
            </pre>
            {chosen.statements.length > 1 && <p class="small muted">{wordsOf(chosen)}</p>}
            <div class="dialog-actions">
              <CopyButton text={text} />
              {chosen.id === ours && (
                <Button size="small" icon={SquareTerminal} onClick={() => onOpen(chosen.statements[chosen.main] ?? '')}>
                  Open in SQL editor
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
