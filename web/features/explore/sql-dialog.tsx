import { SquareTerminal } from 'lucide'
import { useEffect, useState } from 'preact/hooks'
import type { Outcome } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Choice } from './choice.tsx'

/** A question as one database would be asked it. */
export type WrittenSql = {
  readonly id: string
  readonly title: string
  /** In the order in which they are asked. */
  readonly statements: readonly string[]
  /** Which of them answers: those before it find what it needs, the one after it is of the period compared with. */
  readonly main: number
}

type Props = {
  readonly write: () => Promise<Outcome<readonly WrittenSql[]>>
  /** Opens it where it can be changed and run. */
  readonly onOpen: (sql: string) => void
  readonly onClose: () => void
}

/** Why there are several statements. */
function wordsOf({ statements, main }: WrittenSql): string {
  const before = main > 0 ? 'What the first ones find is written into the one that answers. ' : ''
  const after =
    main < statements.length - 1 ? 'The last is of the period compared with; both are set side by side.' : ''
  return before + after
}

/** The dialect that runs here. */
const ours = 'duckdb'

/** The question in hand as SQL, for the database of one's choice. */
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
