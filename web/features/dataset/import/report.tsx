import { FileSearch } from 'lucide'
import { useState } from 'preact/hooks'
import type { AsidePart, IngestReport } from '#core/ingest/ingest-report.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Dataset } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import type { Problem } from '../../../transport.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { count } from '../../../ui/figures.ts'
import { ingestSentences, oddColumns, typeWords } from '../profile-words.ts'
import { ImportDialog } from './dialog.tsx'
import type { ImportPorts } from './model.ts'

const shownOdd = 5

type FileLine = { readonly at: number; readonly text: string }

/** Places in the file, with their literal text. */
function FileLines({ called, lines }: { readonly called: string; readonly lines: readonly FileLine[] }) {
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th>{called}</th>
          <th>As it stands in the file</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ at, text }) => (
          <tr key={at}>
            <td class="numeric">{count(at)}</td>
            <td>
              <code>{text}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OddRows({ profile }: { readonly profile: Profile }) {
  const { oddRows, oddRowExamples } = profile.ingest
  if (oddRows === 0) return null
  return (
    <details class="odd">
      <summary>
        {count(oddRows)} {oddRows === 1 ? 'row has' : 'rows have'} another number of cells
      </summary>
      <table class="plain-table">
        <thead>
          <tr>
            <th>Line</th>
            <th>Cells</th>
            <th>As it stands in the file</th>
          </tr>
        </thead>
        <tbody>
          {oddRowExamples.map(({ line, cells, text }) => (
            <tr key={line}>
              <td class="numeric">{count(line)}</td>
              <td class="numeric">{cells}</td>
              <td>
                <code>{text}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function OddCells({ profile }: { readonly profile: Profile }) {
  return oddColumns(profile).map(({ name, type, oddCount, odd }) => (
    <details class="odd" key={name}>
      <summary>
        {count(oddCount)} {oddCount === 1 ? 'cell' : 'cells'} of “{name}” did not read as {typeWords[type]}
      </summary>
      <FileLines called="Row" lines={odd.slice(0, shownOdd).map(({ row, text }) => ({ at: row + 1, text }))} />
      <p class="small muted">They count as empty in sums and averages; their text is kept.</p>
    </details>
  ))
}

const asideWords: Record<AsidePart, string> = {
  skipped: 'above the table',
  comment: 'of comments',
  'repeated header': 'that repeat the names',
  footer: 'below the table',
  'other table': 'of other tables',
}

/** Lines of the file that are not rows; every omitted line is shown. */
function Aside({ ingest }: { readonly ingest: IngestReport }) {
  const aside = ingest.found?.aside
  if (!aside) return null
  const parts = Object.entries(aside.counts).filter(([, lines]) => lines > 0) as [AsidePart, number][]
  return parts.map(([part, lines]) => (
    <details class="odd" key={part}>
      <summary>
        {count(lines)} {lines === 1 ? 'line' : 'lines'} {asideWords[part]} {lines === 1 ? 'was' : 'were'} left out
      </summary>
      <FileLines
        called="Line"
        lines={aside.examples.filter((example) => example.part === part).map(({ line, text }) => ({ at: line, text }))}
      />
    </details>
  ))
}

type Props = { readonly profile: Profile; readonly dataset: Dataset; readonly ports: ImportPorts | null }

/** The offer to read a table with a column for each period as rows, which a person takes or leaves. */
function LongForm({ profile, dataset, ports }: Props) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { periods } = profile.ingest
  if (!periods || !ports || dataset.sample || dataset.choices?.long === true) return null
  const take = async (): Promise<void> => {
    setSending(true)
    const outcome = await ports.readAgain({ ...dataset.choices, long: true })
    setSending(false)
    setProblem(outcome.ok ? null : outcome.error)
    if (outcome.ok) ports.onDataset(outcome.value)
  }
  return (
    <>
      {problem && <FailureNotice problem={problem} />}
      <Button size="small" disabled={isSending} onClick={() => void take()}>
        {isSending ? 'Reading …' : `Turn into a row for each ${periods.period.toLowerCase()}`}
      </Button>
    </>
  )
}

/** How a file was read, what did not fit, and a button to read it differently. */
export function ImportReport({ profile, dataset, ports }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section class="report card" aria-label="How the file was read">
      <div class="report-head">
        <h2>How the file was read</h2>
        {ports && !dataset.sample && (
          <Button size="small" icon={FileSearch} onClick={() => setOpen(true)}>
            Read it otherwise
          </Button>
        )}
      </div>
      <ul>
        {ingestSentences(profile.ingest, profile.columns.length).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <LongForm profile={profile} dataset={dataset} ports={ports} />
      <Aside ingest={profile.ingest} />
      <OddRows profile={profile} />
      <OddCells profile={profile} />
      {isOpen && ports && (
        <ImportDialog
          ports={ports}
          report={profile.ingest}
          before={dataset.choices ?? {}}
          columns={profile.columns}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
