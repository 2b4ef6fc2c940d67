import { ListFilter } from 'lucide'
import { useState } from 'preact/hooks'
import { changeValue, type Place } from '#core/explore/edits.ts'
import { type Exploration, type Value } from '#core/explore/exploration.ts'
import { columnNamed } from '#core/explore/fields.ts'
import { labelOfMeasure } from '#core/charts/labels.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import { aggregable, shareable } from '#core/query/type-rules.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { type Aggregate, aggregates, type Format, formats } from '#core/semantic/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { describeFilter } from '../../ui/filters/describe-filter.ts'
import { FilterDialog } from '../../ui/filters/filter-dialog.tsx'
import { ChipActions } from './chip-actions.tsx'
import { Choice } from './choice.tsx'
import { GroupLimits } from './group-limits.tsx'
import { NameInput } from './name-input.tsx'
import type { Screen } from './screen.ts'
import { aggregateWords, formatWords, valueText } from './words.ts'

type Props = { readonly screen: Screen; readonly value: Value; readonly place: Place; readonly onDone: () => void }

const quantiles = [0.05, 0.1, 0.25, 0.75, 0.9, 0.95, 0.99] as const

/** The aggregates that the model allows for a column, and further ones for numbers that may be averaged. */
function aggregatesFor({ type, aggregates: allowed, role }: SemanticColumn): readonly Aggregate[] {
  const spread: readonly Aggregate[] = allowed.includes('median') ? ['quantile', 'sd', 'variance'] : []
  const others: readonly Aggregate[] = role === 'id' ? [] : ['mode', 'first', 'last']
  const all = new Set<Aggregate>([...allowed, ...spread, ...others])
  return aggregates.filter((aggregate) => all.has(aggregate) && aggregable[aggregate].includes(type))
}

type Ways = 'value' | 'all' | 'group' | 'running' | 'moving' | 'rank' | `within ${string}`

const wayOf = ({ share, over }: Value): Ways => {
  if (over) return { runningTotal: 'running', movingAverage: 'moving', rank: 'rank' }[over.window] as Ways
  if (typeof share === 'object') return `within ${share.within[0] ?? ''}`
  return share === true ? 'all' : share === 'group' ? 'group' : 'value'
}

/** The windows and shares available for a measure. */
function waysFor(value: Value, asked: Exploration): readonly { readonly id: Ways; readonly text: string }[] {
  const names = [...asked.rows, ...asked.columns].map(nameOfDimension)
  const isShareable = (shareable as readonly string[]).includes(value.aggregate)
  const within =
    names.length > 1 ? names.map((name) => ({ id: `within ${name}` as Ways, text: `Percent within ${name}` })) : []
  return [
    { id: 'value', text: 'The figure itself' },
    ...(isShareable ? [{ id: 'all' as Ways, text: 'Percent of all' }, ...within] : []),
    ...(isShareable && value.filter ? [{ id: 'group' as Ways, text: 'Percent of its group' }] : []),
    ...(names.length > 0
      ? [
          { id: 'running' as Ways, text: 'Running total' },
          { id: 'moving' as Ways, text: 'Moving average' },
          { id: 'rank' as Ways, text: 'Rank' },
        ]
      : []),
  ]
}

function inWay(value: Value, way: Ways): Value {
  const { share, over, ...plain } = value
  if (way.startsWith('within ')) return { ...plain, share: { within: [way.slice('within '.length)] } }
  switch (way) {
    case 'all':
      return { ...plain, share: true }
    case 'group':
      return { ...plain, share: 'group' }
    case 'running':
      return { ...plain, over: { window: 'runningTotal' } }
    case 'moving':
      return { ...plain, over: { window: 'movingAverage', groups: over?.window === 'movingAverage' ? over.groups : 3 } }
    case 'rank':
      return { ...plain, over: { window: 'rank', direction: 'descending' } }
    default:
      return share === undefined && over === undefined ? value : plain
  }
}

const anew = (value: Value, aggregate: Aggregate): Value => {
  const { quantile, share, ...rest } = value
  const keepsShare = share !== undefined && shareable.includes(aggregate)
  return {
    ...rest,
    aggregate,
    ...(keepsShare ? { share } : {}),
    ...(aggregate === 'quantile' ? { quantile: quantile ?? 0.9 } : {}),
  }
}

type Change = { readonly change: (value: Value) => void }

function Computed({ screen, value, change }: Omit<Props, 'place' | 'onDone'> & Change) {
  const column = columnNamed(screen.model, value.column)
  if (!column || value.aggregate === 'formula') return null
  const options = aggregatesFor(column).map((id) => ({ id, text: aggregateWords[id] }))
  return (
    <>
      <Choice
        label="Computed as"
        value={value.aggregate}
        options={options}
        onChoose={(id) => change(anew(value, id))}
      />
      {value.aggregate === 'quantile' && (
        <Choice
          label="Below it are"
          value={String(value.quantile ?? 0.5)}
          options={quantiles.map((share) => ({ id: String(share), text: `${share * 100} % of the values` }))}
          onChoose={(id) => change({ ...value, quantile: Number(id) })}
        />
      )}
    </>
  )
}

const windows = [2, 3, 4, 6, 7, 12, 14, 28, 30, 52] as const

function Looked({ screen, value, change }: Omit<Props, 'place' | 'onDone'> & Change) {
  const { over } = value
  return (
    <>
      <Choice
        label="Shown as"
        value={wayOf(value)}
        options={waysFor(value, screen.explore.asked.value)}
        onChoose={(way) => change(inWay(value, way))}
      />
      {over?.window === 'movingAverage' && (
        <Choice
          label="Averaged over"
          value={String(over.groups)}
          options={windows.map((groups) => ({ id: String(groups), text: `${groups} groups` }))}
          onChoose={(id) => change({ ...value, over: { window: 'movingAverage', groups: Number(id) } })}
        />
      )}
      {over?.window === 'rank' && (
        <Choice
          label="First is"
          value={over.direction}
          options={[
            { id: 'descending', text: 'the largest' },
            { id: 'ascending', text: 'the smallest' },
          ]}
          onChoose={(direction) => change({ ...value, over: { window: 'rank', direction } })}
        />
      )}
    </>
  )
}

function OwnFilter({ screen, value, change }: Omit<Props, 'place' | 'onDone'> & Change) {
  const [open, setOpen] = useState(false)
  const { filter, ...unfiltered } = value
  const way = unfiltered.share === 'group' ? inWay(unfiltered, 'value') : unfiltered
  return (
    <div class="setting">
      <span class="field-label">Only rows where</span>
      <div class="row">
        <Button size="small" icon={ListFilter} onClick={() => setOpen(true)} class="clip">
          {filter ? describeFilter(filter, screen.model) : 'All rows'}
        </Button>
        {filter && (
          <Button size="small" kind="quiet" onClick={() => change(way)}>
            Clear
          </Button>
        )}
      </div>
      {open && (
        <FilterDialog
          model={screen.model}
          title={`Rows that count for ${valueText(value, screen.model)}`}
          filter={filter ?? null}
          onChoose={(chosen) => {
            setOpen(false)
            change({ ...value, filter: chosen })
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}

type Written = Format | 'usual'

/** The settings of a measure. */
export function ValuePanel({ screen, place, value, onDone }: Props) {
  const { explore, model } = screen
  const change = (next: Value): void => {
    const taken = `${nameOfMeasure(next)} is there already.`
    explore.change(changeValue(explore.asked.peek(), place.at, next), `${valueText(next, model)}.`, taken)
  }
  const { as, format, ...unnamed } = value
  const written: readonly Written[] = ['usual', ...formats.filter((each) => each !== 'date')]
  return (
    <div class="chip-panel">
      <Computed screen={screen} value={value} change={change} />
      <Looked screen={screen} value={value} change={change} />
      {value.aggregate !== 'formula' && <OwnFilter screen={screen} value={value} change={change} />}
      <GroupLimits screen={screen} name={nameOfMeasure(value)} />
      <NameInput
        label="Called"
        usual={labelOfMeasure(unnamed, model)}
        name={as}
        onName={(name) =>
          change({ ...unnamed, ...(format ? { format } : {}), ...(name === undefined ? {} : { as: name }) })
        }
      />
      <Choice
        label="Written as"
        value={format ?? 'usual'}
        options={written.map((id) => ({ id, text: id === 'usual' ? 'As usual' : formatWords[id] }))}
        onChoose={(id) =>
          change({ ...unnamed, ...(as === undefined ? {} : { as }), ...(id === 'usual' ? {} : { format: id }) })
        }
      />
      <ChipActions screen={screen} place={place} name={nameOfMeasure(value)} isNumber onDone={onDone} />
    </div>
  )
}
