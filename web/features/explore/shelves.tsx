import type { Exploration, ShelfId } from '#core/explore/exploration.ts'
import { labelOf } from '#core/charts/labels.ts'
import { nameOfDimension } from '#core/query/dimension.ts'
import { nameOfMeasure } from '#core/query/measure.ts'
import type { Sort } from '#core/query/query.ts'
import { X } from 'lucide'
import { Icon } from '../../ui/icon.tsx'
import { Chip } from './chip.tsx'
import { DimensionPanel } from './dimension-panel.tsx'
import { FilterShelf } from './filter-shelf.tsx'
import { Shelf } from './shelf.tsx'
import type { Screen } from './screen.ts'
import { ValuePanel } from './value-panel.tsx'
import { dimensionText, shelfWords, valueText } from './words.ts'

const sortOf = ({ sort }: Exploration, name: string): Sort['direction'] | null =>
  sort.find(({ by }) => by === name)?.direction ?? null

/** Marks where a dragged chip would be dropped. */
function Caret({ screen, shelf, at }: { readonly screen: Screen; readonly shelf: ShelfId; readonly at: number }) {
  const target = screen.drag.dragging.value?.target
  const isHere = target?.shelf === shelf && target.at === at
  return isHere ? <li class="shelf-caret" aria-hidden="true" /> : null
}

function Dimensions({ id, screen }: { readonly id: 'rows' | 'columns'; readonly screen: Screen }) {
  const { explore, model } = screen
  const asked = explore.asked.value
  return (
    <Shelf
      id={id}
      label={shelfWords[id]}
      screen={screen}
      isEmpty={asked[id].length === 0 && !(id === 'rows' && asked.listed.length > 0)}
    >
      <ul class="shelf-list">
        {asked[id].map((dimension, at) => (
          <>
            <Caret screen={screen} shelf={id} at={at} />
            <Chip
              key={JSON.stringify([dimension.column, at])}
              place={{ shelf: id, at }}
              screen={screen}
              text={dimensionText(dimension, model)}
              sort={sortOf(asked, nameOfDimension(dimension))}
              isStop={at === 0}
            >
              {(close) => (
                <DimensionPanel screen={screen} place={{ shelf: id, at }} dimension={dimension} onDone={close} />
              )}
            </Chip>
          </>
        ))}
        <Caret screen={screen} shelf={id} at={asked[id].length} />
      </ul>
      {id === 'rows' && <Listed screen={screen} />}
    </Shelf>
  )
}

/** Columns of a row listing. */
function Listed({ screen }: { readonly screen: Screen }) {
  const { explore, model } = screen
  const asked = explore.asked.value
  if (asked.listed.length === 0) return null
  const named = asked.listed
    .slice(0, 3)
    .map((name) => labelOf(model, name))
    .join(', ')
  const text = `Rows: ${named}${asked.listed.length > 3 ? ` and ${asked.listed.length - 3} more` : ''}`
  return (
    <span class="shelf-chip" data-kind="group">
      <span class="shelf-chip-open clip">{text}</span>
      <button
        type="button"
        class="shelf-chip-remove"
        aria-label={`Remove ${text}`}
        onClick={() => explore.change({ ...asked, listed: [], sort: [] }, 'The listed rows are taken away.')}
      >
        <Icon icon={X} size={13} />
      </button>
    </span>
  )
}

function Values({ screen }: { readonly screen: Screen }) {
  const { explore, model } = screen
  const asked = explore.asked.value
  return (
    <Shelf id="values" label={shelfWords.values} screen={screen} isEmpty={asked.values.length === 0}>
      <ul class="shelf-list">
        {asked.values.map((value, at) => (
          <>
            <Caret screen={screen} shelf="values" at={at} />
            <Chip
              key={JSON.stringify([value.column, value.formula, at])}
              place={{ shelf: 'values', at }}
              screen={screen}
              text={valueText(value, model)}
              sort={sortOf(asked, nameOfMeasure(value))}
              isStop={at === 0}
            >
              {(close) => <ValuePanel screen={screen} place={{ shelf: 'values', at }} value={value} onDone={close} />}
            </Chip>
          </>
        ))}
        <Caret screen={screen} shelf="values" at={asked.values.length} />
      </ul>
    </Shelf>
  )
}

/** The shelves of an exploration. */
export function Shelves({ screen }: { readonly screen: Screen }) {
  return (
    <div class="shelves" role="group" aria-label="The question">
      <p id="chip-help" class="visually-hidden">
        Enter opens it. Shift and arrows move it along its shelf or to another. Delete takes it away.
      </p>
      <Dimensions id="rows" screen={screen} />
      <Dimensions id="columns" screen={screen} />
      <Values screen={screen} />
      <FilterShelf screen={screen} />
    </div>
  )
}
