import { formatCell } from '#core/format/format-cell.ts'
import { formatMoment } from '#core/format/format-moment.ts'
import type { Comparison } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { count } from '../../ui/figures.ts'
import { CellChanges } from './cell-changes.tsx'
import { DriftList } from './drift-list.tsx'
import { typeWords } from './profile-words.ts'

type Pair = Comparison['columns'][number]
type Figures = NonNullable<Pair['before']>
type Measured = 'nulls' | 'distinct' | 'mean' | 'min' | 'max'

const measured: readonly { readonly key: Measured; readonly title: string }[] = [
  { key: 'nulls', title: 'Empty' },
  { key: 'distinct', title: 'Different' },
  { key: 'mean', title: 'Mean' },
  { key: 'min', title: 'Min' },
  { key: 'max', title: 'Max' },
]

const isCount = (key: Measured): boolean => key === 'nulls' || key === 'distinct'

function spell(figures: Figures | null, key: Measured): string {
  const value = figures?.[key] ?? null
  if (figures === null || value === null) return '—'
  if (isCount(key)) return count(value)
  const { type } = figures
  if (type === 'date') return formatMoment(value, 'day')
  return formatCell(value, 'number', { type: type === 'integer' || type === 'boolean' ? 'decimal' : type })
}

/** Both figures if they differ, else one. */
function Change({ pair, at }: { readonly pair: Pair; readonly at: Measured }) {
  const [was, is] = [spell(pair.before, at), spell(pair.after, at)]
  if (was === is) return <>{is}</>
  return (
    <>
      <span class="was">{was}</span> <span class="visually-hidden">became</span>
      <span aria-hidden="true">→</span> <strong>{is}</strong>
    </>
  )
}

function state({ before, after }: Pair): string | null {
  if (!before) return 'new'
  if (!after) return 'gone'
  return before.name === after.name ? null : `was “${before.name}”`
}

function typeOf({ before, after }: Pair): string {
  const [was, is] = [before, after].map((each) => (each ? typeWords[each.type] : null))
  return was && is && was !== is ? `${was} → ${is}` : (is ?? was ?? '')
}

function Columns({ columns }: { readonly columns: readonly Pair[] }) {
  return (
    <div class="comparison-table" tabIndex={0} role="group" aria-label="Columns side by side">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Type</th>
            {measured.map(({ key, title }) => (
              <th key={key} scope="col" data-numeric="">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((pair) => (
            <tr key={`${pair.before?.name ?? ''}\u0000${pair.after?.name ?? ''}`}>
              <th scope="row">
                {pair.after?.name ?? pair.before?.name} {state(pair) && <span class="chip">{state(pair)}</span>}
              </th>
              <td class="muted">{typeOf(pair)}</td>
              {measured.map(({ key }) => (
                <td key={key} class="numeric" data-numeric="">
                  <Change pair={pair} at={key} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Two versions side by side: changes in sentences, then figures per column. */
export function ComparisonDialog({
  comparison,
  onClose,
}: {
  readonly comparison: Comparison
  readonly onClose: () => void
}) {
  const { before, after, rows, columns, drift, cells } = comparison
  return (
    <Dialog title={`Version ${before.number} and version ${after.number}`} onClose={onClose} wide>
      <p class="small muted numeric">
        {before.fileName} → {after.fileName} · {count(rows.before)} → {count(rows.after)} rows
      </p>
      {drift.length > 0 && <DriftList drift={drift} />}
      <CellChanges changes={cells} />
      <Columns columns={columns} />
    </Dialog>
  )
}
