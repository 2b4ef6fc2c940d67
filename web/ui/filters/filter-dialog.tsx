import { useState } from 'preact/hooks'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter } from '#core/query/filter.ts'
import type { SemanticColumn, SemanticModel } from '#core/semantic/semantic-model.ts'
import { Dialog } from '../dialog.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'
import { RangeEditor } from './range-editor.tsx'
import { RelativeEditor } from './relative-editor.tsx'
import { TextEditor } from './text-editor.tsx'
import { type Ranking, type Top, TopEditor } from './top-editor.tsx'
import { ValuesEditor } from './values-editor.tsx'
import { plainFilter, type Way, wayOf, waysOf, wayWords } from './ways.ts'
import './filters.css'

type Props = {
  readonly model: SemanticModel
  /** Title of the dialog: `Filter all tiles`. */
  readonly title: string
  /** The filter to edit; null for a new one. */
  readonly filter: Filter | null
  /** Initial column of a new filter; default: the first dimension. */
  readonly column?: string
  /** True if periods relative to now are allowed; stored documents keep them relative. */
  readonly tellsFromNow?: boolean
  /** Set where a filter for the top values of a measure is allowed. */
  readonly ranking?: Ranking
  /** The current top filter. */
  readonly top?: Top | null
  readonly onChoose: (filter: Filter) => void
  readonly onClose: () => void
}

function EmptyEditor({ column, action, onDone }: EditorProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone({ op: 'isNull', column: column.name })
      }}
    >
      <p class="small muted">{column.nulls.toLocaleString('en')} rows have no value here.</p>
      <Done isReady text={action} />
    </form>
  )
}

type Chosen = EditorProps & { readonly way: Way; readonly ranking: Ranking | undefined; readonly top: Top | null }

function Editor({ way, ranking, top, ...props }: Chosen) {
  switch (way) {
    case 'values':
      return <ValuesEditor {...props} />
    case 'range':
      return <RangeEditor {...props} />
    case 'relative':
      return <RelativeEditor {...props} />
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return <TextEditor {...props} key={way} op={way} />
    case 'top':
      return ranking ? <TopEditor column={props.column.name} top={top} ranking={ranking} /> : null
    case 'empty':
      return <EmptyEditor {...props} />
  }
}

type ColumnProps = Pick<Props, 'filter' | 'ranking' | 'onChoose'> & {
  readonly tellsFromNow: boolean
  readonly column: SemanticColumn
  readonly top: Top | null
}

/** Chooses the kind of filter and edits it, or inverts it. */
function ColumnFilter({ column, filter, ranking, top, tellsFromNow, onChoose }: ColumnProps) {
  const ranks = ranking !== undefined && ranking.measures.length > 0
  const ways = waysOf(column, { ranks, tellsFromNow })
  const [chosen, setWay] = useState<Way | null>(top ? 'top' : wayOf(filter))
  const [leavesOut, setLeavesOut] = useState(filter?.op === 'not')
  const way = chosen !== null && ways.includes(chosen) ? chosen : (ways[0] ?? 'empty')
  return (
    <>
      {ways.length > 1 && (
        <label class="field">
          <span class="field-label">How</span>
          <select class="select" value={way} onChange={({ currentTarget }) => setWay(currentTarget.value as Way)}>
            {ways.map((each) => (
              <option key={each} value={each}>
                {wayWords[each]}
              </option>
            ))}
          </select>
        </label>
      )}
      {way !== 'top' && (
        <label class="filter-value">
          <input
            type="checkbox"
            checked={leavesOut}
            onChange={({ currentTarget }) => setLeavesOut(currentTarget.checked)}
          />
          <span>Leave these out instead</span>
        </label>
      )}
      <Editor
        way={way}
        column={column}
        filter={plainFilter(filter)}
        action={leavesOut ? 'Leave these out' : 'Show only these'}
        ranking={ranking}
        top={top}
        onDone={(done) => onChoose(leavesOut ? { op: 'not', filter: done } : done)}
      />
    </>
  )
}

/** The initial column: the filter's, the requested one, or the first dimension. */
function firstColumn({ model, filter, top, column }: Props): string {
  const [filtered] = filter ? columnsOfFilter(filter) : []
  const [first] = model.columns
  return (
    filtered ??
    top?.column ??
    column ??
    model.columns.find(({ role }) => role === 'dimension')?.name ??
    first?.name ??
    ''
  )
}

/** Chooses a column, the kind of filter and its values. */
export function FilterDialog(props: Props) {
  const { model, title, filter, ranking, top, tellsFromNow = false, onChoose, onClose } = props
  const columns = [...model.columns, ...model.calculations]
  const first = firstColumn(props)
  const [name, setName] = useState(first)
  const column = columns.find((each) => each.name === name)
  return (
    <Dialog title={filter || top ? 'Change this filter' : title} onClose={onClose}>
      <div class="stack">
        <label class="field">
          <span class="field-label">Column</span>
          <select class="select" value={name} onChange={(event) => setName(event.currentTarget.value)}>
            {columns.map(({ name: each, label }) => (
              <option key={each} value={each}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {column && (
          <ColumnFilter
            key={name}
            column={column}
            filter={name === first ? filter : null}
            top={name === first ? (top ?? null) : null}
            tellsFromNow={tellsFromNow}
            onChoose={onChoose}
            {...(ranking ? { ranking } : {})}
          />
        )}
      </div>
    </Dialog>
  )
}
