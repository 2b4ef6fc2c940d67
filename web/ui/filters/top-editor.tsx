import { useState } from 'preact/hooks'
import type { Measure } from '#core/query/measure.ts'
import type { Query } from '#core/query/query.ts'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'

export type Top = Query['top'][number]

/** Measures for ranking, and the callback. */
export type Ranking = {
  readonly measures: readonly { readonly text: string; readonly measure: Measure }[]
  readonly onTop: (top: Top) => void
}

type Props = { readonly column: string; readonly top: Top | null; readonly ranking: Ranking }

/** Edits a filter for the top values of a column by a measure. */
export function TopEditor({ column, top, ranking }: Props) {
  const [direction, setDirection] = useState<Top['direction']>(top?.direction ?? 'descending')
  const [count, setCount] = useState(top?.count ?? 10)
  const [by, setBy] = useState(0)
  const measure = ranking.measures[by]?.measure
  const isReady = measure !== undefined && Number.isInteger(count) && count >= 1 && count <= 1000
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) ranking.onTop({ column, count, by: measure, direction })
      }}
    >
      <div class="filter-relative">
        <select
          class="select"
          aria-label="Which end"
          value={direction}
          onChange={({ currentTarget }) => setDirection(currentTarget.value as Top['direction'])}
        >
          <option value="descending">The largest</option>
          <option value="ascending">The smallest</option>
        </select>
        <Field label="How many" type="number" value={String(count)} onText={(text) => setCount(Number(text))} />
        <select
          class="select"
          aria-label="By what"
          value={String(by)}
          onChange={({ currentTarget }) => setBy(Number(currentTarget.value))}
        >
          {ranking.measures.map(({ text }, at) => (
            <option key={text} value={String(at)}>
              by {text}
            </option>
          ))}
        </select>
      </div>
      <Done isReady={isReady} text="Show only these" />
    </form>
  )
}
