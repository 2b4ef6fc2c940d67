import { Plus, X } from 'lucide'
import { useState } from 'preact/hooks'
import { addFilter, removeTop, replaceFilter, setTop } from '#core/explore/edits.ts'
import type { Exploration, Top, Value } from '#core/explore/exploration.ts'
import { labelOf, labelOfMeasure } from '#core/charts/labels.ts'
import { modelOver, nounOfGroups } from '#core/charts/model-over.ts'
import type { Filter } from '#core/query/filter.ts'
import type { Groups } from '#core/query/groups.ts'
import type { Measure } from '#core/query/measure.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../../ui/button.tsx'
import { describeFilter } from '../../ui/filters/describe-filter.ts'
import { FilterDialog } from '../../ui/filters/filter-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Screen } from './screen.ts'
import { Shelf } from './shelf.tsx'

type Open =
  | { readonly kind: 'new'; readonly column: string | null }
  | { readonly kind: 'filter'; readonly at: number }
  | { readonly kind: 'top'; readonly at: number }

const topText = ({ column, count, by, direction }: Top, model: SemanticModel): string =>
  `${direction === 'descending' ? 'Top' : 'Bottom'} ${count} ${labelOf(model, column)} by ${labelOfMeasure(by, model)}`

/** A value without name and format. */
const plain = ({ format: _format, as: _as, ...measure }: Value): Measure => measure

/** Measures for ranking: those of the exploration, else the row count. */
function measuresOf({ values }: Exploration): readonly Measure[] {
  const whole = values.filter(({ over, share }) => over === undefined && share === undefined)
  return whole.length > 0 ? whole.map(plain) : [{ aggregate: 'count' }]
}

type ChipProps = { readonly text: string; readonly onOpen: () => void; readonly onRemove: () => void }

function FilterChip({ text, onOpen, onRemove }: ChipProps) {
  return (
    <li class="shelf-chip" data-kind="filter">
      <button
        type="button"
        class="shelf-chip-open clip"
        title={text}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' && event.key !== 'Backspace') return
          event.preventDefault()
          onRemove()
        }}
      >
        {text}
      </button>
      <button type="button" class="shelf-chip-remove" aria-label={`Remove the filter ${text}`} onClick={onRemove}>
        <Icon icon={X} size={13} />
      </button>
    </li>
  )
}

/** Says of which groups all fields are. */
function GroupsChip({ groups, model }: { readonly groups: Groups; readonly model: SemanticModel }) {
  const kept = groups.having.map((filter) => describeFilter(filter, modelOver({ groups }, model)))
  const text = [`For each ${nounOfGroups(groups, model)}`, ...kept].join(', ')
  return (
    <li class="shelf-chip" data-kind="filter">
      <span class="shelf-chip-open clip" title={text}>
        {text}
      </span>
    </li>
  )
}

type DialogProps = { readonly screen: Screen; readonly open: Open; readonly onClose: () => void }

function ShelfDialog({ screen, open, onClose }: DialogProps) {
  const { explore, model } = screen
  const asked = explore.asked.value
  const filter = open.kind === 'filter' ? (asked.filters[open.at] ?? null) : null
  const top = open.kind === 'top' ? (asked.top[open.at] ?? null) : null
  const base =
    open.kind === 'filter'
      ? replaceFilter(asked, open.at, null)
      : top
        ? removeTop(asked, asked.top.indexOf(top))
        : asked
  const take = (chosen: Filter): void => {
    const next = open.kind === 'filter' ? replaceFilter(asked, open.at, chosen) : addFilter(base, chosen)
    explore.change(next, `Filtered: ${describeFilter(chosen, model)}.`)
    onClose()
  }
  const column = open.kind === 'new' ? open.column : (top?.column ?? null)
  return (
    <FilterDialog
      model={model}
      title="Which rows count"
      filter={filter}
      top={top}
      tellsFromNow
      ranking={{
        measures: measuresOf(asked).map((measure) => ({ text: labelOfMeasure(measure, model), measure })),
        onTop(chosen) {
          explore.change(setTop(base, chosen), `Filtered: ${topText(chosen, model)}.`)
          onClose()
        },
      }}
      {...(column === null ? {} : { column })}
      onChoose={take}
      onClose={onClose}
    />
  )
}

/** The filters of an exploration. */
export function FilterShelf({ screen }: { readonly screen: Screen }) {
  const [opened, setOpened] = useState<Open | null>(null)
  const { explore, model, filtering } = screen
  const asked = explore.asked.value
  const open = filtering.value === null ? opened : ({ kind: 'new', column: filtering.value } as const)
  const close = (): void => {
    setOpened(null)
    filtering.value = null
  }
  return (
    <Shelf
      id="filters"
      label="Filters"
      screen={screen}
      isEmpty={asked.filters.length + asked.top.length === 0 && !asked.groups}
    >
      <ul class="shelf-list">
        {asked.groups && <GroupsChip groups={asked.groups} model={model} />}
        {asked.filters.map((filter, at) => {
          const text = describeFilter(filter, model)
          return (
            <FilterChip
              key={JSON.stringify(filter)}
              text={text}
              onOpen={() => setOpened({ kind: 'filter', at })}
              onRemove={() => explore.change(replaceFilter(asked, at, null), `${text}: no longer filtered.`)}
            />
          )
        })}
        {asked.top.map((top, at) => {
          const text = topText(top, model)
          return (
            <FilterChip
              key={top.column}
              text={text}
              onOpen={() => setOpened({ kind: 'top', at })}
              onRemove={() => explore.change(removeTop(asked, at), `${text}: no longer filtered.`)}
            />
          )
        })}
      </ul>
      <Button
        kind="quiet"
        size="small"
        class="shelf-add"
        icon={Plus}
        label="Add a filter"
        onClick={() => setOpened({ kind: 'new', column: null })}
      />
      {open && <ShelfDialog screen={screen} open={open} onClose={close} />}
    </Shelf>
  )
}
