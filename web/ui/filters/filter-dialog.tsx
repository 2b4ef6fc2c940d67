import { useState } from 'preact/hooks'
import { formatCell } from '#core/format/format-cell.ts'
import { columnsOfFilter } from '#core/query/columns-of-query.ts'
import type { Filter, Scalar } from '#core/query/filter.ts'
import type { SemanticColumn, SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Field } from '../field.tsx'
import './filters.css'

type Props = {
  readonly model: SemanticModel
  /** What a new filter is for: `Filter all tiles`. */
  readonly title: string
  /** The filter to change, or null for a new one. */
  readonly filter: Filter | null
  /** The column a new filter begins with; by default the first dimension. */
  readonly column?: string
  readonly onChoose: (filter: Filter) => void
  readonly onClose: () => void
}

type EditorProps = {
  readonly column: SemanticColumn
  readonly filter: Filter | null
  readonly onDone: (filter: Filter) => void
}

/** Above this many values a search helps. */
const searchable = 8

const scalarOf = (column: SemanticColumn, text: string): Scalar => (column.type === 'boolean' ? text === 'true' : text)

function chosenIn(filter: Filter | null): ReadonlySet<string> {
  return new Set(filter?.op === 'in' ? filter.values.map(String) : [])
}

function ValuesEditor({ column, filter, onDone }: EditorProps) {
  const [chosen, setChosen] = useState(chosenIn(filter))
  const [search, setSearch] = useState('')
  const values = column.type === 'boolean' ? ['true', 'false'] : column.values
  const shown = values.filter((value) => value.toLowerCase().includes(search.toLowerCase()))
  const toggle = (value: string): void => {
    const next = new Set(chosen)
    if (!next.delete(value)) next.add(value)
    setChosen(next)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone({ op: 'in', column: column.name, values: [...chosen].map((text) => scalarOf(column, text)) })
      }}
    >
      {values.length > searchable && <Field label="Find a value" value={search} onText={setSearch} />}
      <div class="filter-values" role="group" aria-label={`Values of ${column.label}`}>
        {shown.map((value) => (
          <label key={value} class="filter-value">
            <input type="checkbox" checked={chosen.has(value)} onChange={() => toggle(value)} />
            <span class="clip">{value}</span>
          </label>
        ))}
        {shown.length === 0 && <p class="small muted">No value like that.</p>}
      </div>
      <div class="dialog-actions">
        <Button type="submit" kind="primary" disabled={chosen.size === 0}>
          Show only these
        </Button>
      </div>
    </form>
  )
}

/** The filter for a range with either end left open; null where both are. */
function rangeFilter(column: string, from: Scalar | null, to: Scalar | null): Filter | null {
  if (from !== null && to !== null) return { op: 'between', column, from, to }
  if (from !== null) return { op: 'greaterOrEqual', column, value: from }
  return to === null ? null : { op: 'lessOrEqual', column, value: to }
}

function RangeEditor({ column, filter, onDone }: EditorProps) {
  const isMoment = column.type === 'date' || column.type === 'timestamp'
  const spelled = (value: number): string =>
    formatCell(value, isMoment || column.format === 'text' ? column.format : 'number', { type: column.type })
  const [from, setFrom] = useState(filter?.op === 'between' ? String(filter.from) : '')
  const [to, setTo] = useState(filter?.op === 'between' ? String(filter.to) : '')
  const valueOf = (text: string): Scalar | null => (text === '' ? null : isMoment ? text : Number(text))
  const result = rangeFilter(column.name, valueOf(from), valueOf(to))
  const type = isMoment ? 'date' : 'number'
  const { min, max } = column.range ?? { min: 0, max: 0 }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (result) onDone(result)
      }}
    >
      <div class="filter-range">
        <Field
          label="From"
          type={type}
          step="any"
          value={from}
          onText={setFrom}
          help={`${isMoment ? 'earliest' : 'smallest'}: ${spelled(min)}`}
        />
        <Field
          label="To"
          type={type}
          step="any"
          value={to}
          onText={setTo}
          help={`${isMoment ? 'latest' : 'largest'}: ${spelled(max)}`}
        />
      </div>
      <div class="dialog-actions">
        <Button type="submit" kind="primary" disabled={!result}>
          Show only these
        </Button>
      </div>
    </form>
  )
}

function TextEditor({ column, filter, onDone }: EditorProps) {
  const [text, setText] = useState(filter?.op === 'contains' ? filter.text : '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onDone({ op: 'contains', column: column.name, text: text.trim() })
      }}
    >
      <Field label="Contains" value={text} onText={setText} help={`${column.distinct} different values`} />
      <div class="dialog-actions">
        <Button type="submit" kind="primary" disabled={text.trim() === ''}>
          Show only these
        </Button>
      </div>
    </form>
  )
}

function Editor(props: EditorProps) {
  const { column } = props
  if (column.type === 'boolean' || column.values.length > 0) return <ValuesEditor {...props} />
  return column.range ? <RangeEditor {...props} /> : <TextEditor {...props} />
}

/** Chooses a column and then the values or the range that is shown. */
export function FilterDialog({ model, title, filter, column: wanted, onChoose, onClose }: Props) {
  const [first] = filter ? columnsOfFilter(filter) : []
  const [name, setName] = useState(
    first ?? wanted ?? model.columns.find(({ role }) => role === 'dimension')?.name ?? model.columns[0]?.name ?? '',
  )
  const column = model.columns.find((each) => each.name === name)
  return (
    <Dialog title={filter ? 'Change this filter' : title} onClose={onClose}>
      <div class="stack">
        <label class="field">
          <span class="field-label">Column</span>
          <select class="select" value={name} onChange={(event) => setName(event.currentTarget.value)}>
            {model.columns.map(({ name: each, label }) => (
              <option key={each} value={each}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {column && <Editor key={name} column={column} filter={name === first ? filter : null} onDone={onChoose} />}
      </div>
    </Dialog>
  )
}
