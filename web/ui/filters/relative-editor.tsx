import { useState } from 'preact/hooks'
import type { RelativeFilter } from '#core/query/filter.ts'
import { type Grain, grains } from '#core/semantic/vocabulary.ts'
import { Field } from '../field.tsx'
import { Done } from './done.tsx'
import type { EditorProps } from './editor.ts'

type Direction = RelativeFilter['direction']

const directions: readonly { readonly id: Direction; readonly text: string }[] = [
  { id: 'last', text: 'The last' },
  { id: 'this', text: 'This' },
  { id: 'next', text: 'The next' },
]

type RelativePeriod = {
  readonly direction: Direction
  readonly count: number
  readonly grain: Grain
  readonly withCurrent: boolean
}

const usual: RelativePeriod = { direction: 'last', count: 30, grain: 'day', withCurrent: false }

/** The most frequent choices. */
const common: readonly { readonly text: string; readonly asked: RelativePeriod }[] = [
  { text: 'Last 7 days', asked: { ...usual, count: 7 } },
  { text: 'Last 30 days', asked: usual },
  { text: 'This month', asked: { ...usual, direction: 'this', count: 1, grain: 'month' } },
  { text: 'Last month', asked: { ...usual, count: 1, grain: 'month' } },
  { text: 'This year', asked: { ...usual, direction: 'this', count: 1, grain: 'year' } },
  { text: 'Last 12 months', asked: { ...usual, count: 12, grain: 'month' } },
]

function filterOf(column: string, { direction, count, grain, withCurrent }: RelativePeriod): RelativeFilter {
  const isThis = direction === 'this'
  const filter: RelativeFilter = { op: 'relative', column, direction, count: isThis ? 1 : count, grain }
  return withCurrent && !isThis ? { ...filter, withCurrent } : filter
}

type PartProps = { readonly asked: RelativePeriod; readonly onAsked: (asked: RelativePeriod) => void }

function Which({ asked, onAsked }: PartProps) {
  return (
    <select
      class="select"
      aria-label="Which way"
      value={asked.direction}
      onChange={({ currentTarget }) => onAsked({ ...asked, direction: currentTarget.value as Direction })}
    >
      {directions.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  )
}

function OfWhat({ asked, onAsked, hasHours }: PartProps & { readonly hasHours: boolean }) {
  const isSeveral = asked.direction !== 'this' && asked.count !== 1
  return (
    <select
      class="select"
      aria-label="Of what"
      value={asked.grain}
      onChange={({ currentTarget }) => onAsked({ ...asked, grain: currentTarget.value as Grain })}
    >
      {grains
        .filter((grain) => grain !== 'hour' || hasHours)
        .map((grain) => (
          <option key={grain} value={grain}>
            {isSeveral ? `${grain}s` : grain}
          </option>
        ))}
    </select>
  )
}

function WithCurrent({ asked, onAsked }: PartProps) {
  return (
    <label class="filter-value">
      <input
        type="checkbox"
        checked={asked.withCurrent}
        onChange={({ currentTarget }) => onAsked({ ...asked, withCurrent: currentTarget.checked })}
      />
      <span>The current {asked.grain} counts too</span>
    </label>
  )
}

/** Edits a period relative to today, which advances with time. */
export function RelativeEditor({ column, filter, action, onDone }: EditorProps) {
  const [asked, setAsked] = useState<RelativePeriod>(
    filter?.op === 'relative' ? { ...filter, withCurrent: filter.withCurrent ?? false } : usual,
  )
  const { direction, count } = asked
  const isReady = Number.isInteger(count) && count >= 1 && count <= 10_000
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onDone(filterOf(column.name, asked))
      }}
    >
      <div class="row wrap filter-common">
        {common.map((each) => (
          <button key={each.text} type="button" class="chip" onClick={() => onDone(filterOf(column.name, each.asked))}>
            {each.text}
          </button>
        ))}
      </div>
      <div class="filter-relative">
        <Which asked={asked} onAsked={setAsked} />
        {direction !== 'this' && (
          <Field
            label="How many"
            type="number"
            value={String(count)}
            onText={(text) => setAsked({ ...asked, count: Number(text) })}
          />
        )}
        <OfWhat asked={asked} onAsked={setAsked} hasHours={column.type === 'timestamp'} />
      </div>
      {direction !== 'this' && <WithCurrent asked={asked} onAsked={setAsked} />}
      <Done isReady={isReady} text={action} />
    </form>
  )
}
