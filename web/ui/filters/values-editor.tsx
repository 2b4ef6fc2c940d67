import { useState } from 'preact/hooks'
import type { Filter, Scalar } from '#core/query/filter.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'

/** Minimum number of values for a search field. */
const searchable = 8

const scalarOf = (column: SemanticColumn, text: string): Scalar => (column.type === 'boolean' ? text === 'true' : text)

const chosenIn = (filter: Filter | null): ReadonlySet<string> =>
  new Set(filter?.op === 'in' ? filter.values.map(String) : [])

/** Selects values of a column. */
export function ValuesEditor({ column, filter, action, onDone }: EditorProps) {
  const [chosen, setChosen] = useState(chosenIn(filter))
  const [search, setSearch] = useState('')
  const values = column.type === 'boolean' ? ['true', 'false'] : [...new Set([...chosenIn(filter), ...column.values])]
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
      <Done isReady={chosen.size > 0} text={action} />
    </form>
  )
}
