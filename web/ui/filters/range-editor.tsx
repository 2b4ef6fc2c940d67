import { useState } from 'preact/hooks'
import { formatCell } from '#core/format/format-cell.ts'
import type { Filter, Scalar } from '#core/query/filter.ts'
import { isMoment } from '#core/query/type-rules.ts'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'

/** The filter of a range with optional ends; null without ends. */
function rangeFilter(column: string, from: Scalar | null, to: Scalar | null): Filter | null {
  if (from !== null && to !== null) return { op: 'between', column, from, to }
  if (from !== null) return { op: 'greaterOrEqual', column, value: from }
  return to === null ? null : { op: 'lessOrEqual', column, value: to }
}

type Ends = { readonly from: string; readonly to: string }

function endsOf(filter: Filter | null): Ends {
  if (filter?.op === 'between') return { from: String(filter.from), to: String(filter.to) }
  if (filter?.op === 'greaterOrEqual') return { from: String(filter.value), to: '' }
  return { from: '', to: filter?.op === 'lessOrEqual' ? String(filter.value) : '' }
}

/** Edits a range with optional ends. */
export function RangeEditor({ column, filter, action, onDone }: EditorProps) {
  const isOfMoments = isMoment(column.type)
  const spelled = (value: number): string =>
    formatCell(value, isOfMoments || column.format === 'text' ? column.format : 'number', { type: column.type })
  const [from, setFrom] = useState(endsOf(filter).from)
  const [to, setTo] = useState(endsOf(filter).to)
  const valueOf = (text: string): Scalar | null => (text === '' ? null : isOfMoments ? text : Number(text))
  const result = rangeFilter(column.name, valueOf(from), valueOf(to))
  const type = isOfMoments ? 'date' : 'number'
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
          help={`${isOfMoments ? 'earliest' : 'smallest'}: ${spelled(min)}`}
        />
        <Field
          label="To"
          type={type}
          step="any"
          value={to}
          onText={setTo}
          help={`${isOfMoments ? 'latest' : 'largest'}: ${spelled(max)}`}
        />
      </div>
      <Done isReady={result !== null} text={action} />
    </form>
  )
}
