import type { PreviewRecord, TextPreview } from '#core/ingest/csv/preview-text.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'

const shownRecords = 60

const partWords: Record<PreviewRecord['part'], string> = {
  header: 'names',
  row: '',
  skipped: 'left out',
  comment: 'comment',
  'repeated header': 'names again',
  footer: 'footer',
  'other table': 'other table',
}

function RecordLine({ record, columns }: { readonly record: PreviewRecord; readonly columns: number }) {
  const { line, part, cells } = record
  const isInTable = part === 'header' || part === 'row'
  const isOdd = part === 'row' && cells.length !== columns
  return (
    <tr data-part={part} data-odd={isOdd ? '' : undefined}>
      <td class="reading-line numeric">{line}</td>
      <td class="reading-part">{isOdd ? `${cells.length} cells` : partWords[part]}</td>
      {isInTable ? (
        Array.from({ length: Math.max(columns, cells.length) }, (_, at) => <td key={at}>{cells[at] ?? ''}</td>)
      ) : (
        <td colSpan={Math.max(1, columns)}>{cells.join(' · ')}</td>
      )}
    </tr>
  )
}

/** The first lines of the file with their roles. */
export function ImportPreview({ preview }: { readonly preview: TextPreview | null }) {
  if (!preview) return <Skeleton height={420} />
  const { records, names } = preview
  return (
    <div class="reading-preview" tabIndex={0} role="region" aria-label="The first lines, as they would be read">
      <table>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">
              <span class="visually-hidden">What it is</span>
            </th>
            {names.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.slice(0, shownRecords).map((record, at) => (
            <RecordLine key={at} record={record} columns={names.length} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
