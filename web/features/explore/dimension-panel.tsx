import { changeDimension, type Place } from '#core/explore/edits.ts'
import { columnNamed } from '#core/explore/fields.ts'
import { type Dimension, nameOfDimension } from '#core/query/dimension.ts'
import { isMoment, isQuantity } from '#core/query/type-rules.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { dateParts, grains } from '#core/semantic/vocabulary.ts'
import { labelOfDimension } from '#core/charts/labels.ts'
import { ChipActions } from './chip-actions.tsx'
import { Choice } from './choice.tsx'
import { NameInput } from './name-input.tsx'
import type { Screen } from './screen.ts'
import { dimensionText, grainWords, partWords } from './words.ts'

type Cut = { readonly id: string; readonly text: string; readonly dimension: Dimension }

const ranges = [5, 10, 20, 50, 100] as const

/** Every grain, part and binning of a column. */
function cutsOf({ name: column, type }: SemanticColumn): readonly Cut[] {
  const whole: Cut = { id: 'whole', text: 'Each value', dimension: { column } }
  if (isMoment(type)) {
    const isTimed = type === 'timestamp'
    return [
      ...[...grains]
        .reverse()
        .filter((grain) => isTimed || grain !== 'hour')
        .map((grain): Cut => ({ id: grain, text: grainWords[grain], dimension: { column, grain } })),
      ...dateParts
        .filter((part) => isTimed || part !== 'hourOfDay')
        .map((part): Cut => ({ id: part, text: partWords[part], dimension: { column, part } })),
      { ...whole, text: 'Each moment' },
    ]
  }
  if (!isQuantity(type)) return [whole]
  return [
    whole,
    ...ranges.map((bins): Cut => ({ id: `bins ${bins}`, text: `About ${bins} ranges`, dimension: { column, bins } })),
  ]
}

const idOf = ({ grain, part, bins }: Dimension): string =>
  grain ?? part ?? (bins === undefined ? 'whole' : `bins ${bins}`)

type Props = {
  readonly screen: Screen
  readonly place: Place
  readonly dimension: Dimension
  readonly onDone: () => void
}

/** The settings of a dimension. */
export function DimensionPanel({ screen, place, dimension, onDone }: Props) {
  const { explore, model } = screen
  const column = columnNamed(model, dimension.column)
  const cuts = column ? cutsOf(column) : []
  const change = (next: Dimension): void => {
    const taken = `Another field is called ${nameOfDimension(next)} already.`
    explore.change(changeDimension(explore.asked.peek(), place, next), `${dimensionText(next, model)}.`, taken)
  }
  const { as, ...unnamed } = dimension
  return (
    <div class="chip-panel">
      {cuts.length > 1 && (
        <Choice
          label="Grouped by"
          value={idOf(dimension)}
          options={cuts}
          onChoose={(id) => {
            const cut = cuts.find((each) => each.id === id)
            if (cut) change({ ...cut.dimension, ...(as === undefined ? {} : { as }) })
          }}
        />
      )}
      <NameInput
        label="Called"
        usual={labelOfDimension(unnamed, model)}
        name={as}
        onName={(name) => change(name === undefined ? unnamed : { ...unnamed, as: name })}
      />
      <ChipActions screen={screen} place={place} name={nameOfDimension(dimension)} isNumber={false} onDone={onDone} />
    </div>
  )
}
