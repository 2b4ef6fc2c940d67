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
  /** Those before the last find what the last one needs. */
  readonly statements: readonly string[]
}

type Props = {
  readonly write: () => Promise<Outcome<readonly WrittenSql[]>>
  /** Opens it where it can be changed and run. */
  readonly onOpen: (sql: string) => void
  readonly onClose: () => void
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
  const last = chosen?.statements.at(-1) ?? ''
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
            {chosen.statements.length > 1 && (
              <p class="small muted">
                It takes {chosen.statements.length} statements: those before the last find what the last one needs,
                whose answers are written in already.
              </p>
            )}
            <div class="dialog-actions">
              <CopyButton text={text} />
              {chosen.id === ours && (
                <Button size="small" icon={SquareTerminal} onClick={() => onOpen(last)}>
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
