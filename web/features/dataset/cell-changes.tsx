import { formatCell } from '#core/format/format-cell.ts'
import { type ColumnType, columnTypes } from '#core/table/table.ts'
import type { Comparison } from '../../api.ts'
import { count } from '../../ui/figures.ts'

type Changes = Comparison['cells']
type Compared = Extract<Changes, { status: 'compared' }>

const notCompared = {
  unmatched: 'Which cells changed cannot be said: rows moved, and no column tells them apart in both versions.',
  'too-large': 'These versions are too large to be compared cell by cell. Their columns are compared below.',
} as const

const counted = (many: number, one: string): string => `${count(many)} ${one}${many === 1 ? '' : 's'}`

/** Summary: `20 cells changed in Price and Region; 3 rows were added.` */
function sentenceOf({ cells, columns, rowsAdded, rowsRemoved }: Compared): string {
  const names = columns.map(({ name }) => name)
  const where = names.length > 3 ? `${counted(names.length, 'column')}` : names.join(', ')
  const facts = [
    cells > 0 ? `${counted(cells, 'cell')} changed in ${where}` : '',
    rowsAdded > 0 ? `${counted(rowsAdded, 'row')} ${rowsAdded === 1 ? 'was' : 'were'} added` : '',
    rowsRemoved > 0 ? `${counted(rowsRemoved, 'row')} ${rowsRemoved === 1 ? 'was' : 'were'} removed` : '',
  ].filter((fact) => fact !== '')
  return facts.length === 0 ? 'No cell changed.' : `${facts.join('; ')}.`
}

const typeNamed = (name: string): ColumnType => columnTypes.find((type) => type === name) ?? 'text'

function Examples({ changes }: { readonly changes: Compared }) {
  const { examples, key, cells } = changes
  if (examples.length === 0) return null
  return (
    <div class="comparison-table" tabIndex={0} role="group" aria-label="Changed cells">
      <table class="plain-table">
        <caption class="small muted">
          {examples.length < cells ? `The first ${examples.length} of ${count(cells)} changed cells` : 'Changed cells'}
        </caption>
        <thead>
          <tr>
            <th scope="col">{key ?? 'Row'}</th>
            <th scope="col">Column</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ row, column, type, before, after }) => (
            <tr key={`${row}\u0000${column}`}>
              <th scope="row">{row}</th>
              <td>{column}</td>
              <td class="was">{formatCell(before, 'text', { type: typeNamed(type) })}</td>
              <td>{formatCell(after, 'text', { type: typeNamed(type) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Cells that differ between two versions. */
export function CellChanges({ changes }: { readonly changes: Changes }) {
  if (changes.status !== 'compared') return <p class="small">{notCompared[changes.status]}</p>
  return (
    <>
      <p class="small">{sentenceOf(changes)}</p>
      <Examples changes={changes} />
    </>
  )
}
