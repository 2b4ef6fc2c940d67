import { inSentence } from '../charts/labels.ts'
import type { Filter } from '../query/filter.ts'
import { formatCompact, formatNumber } from '../format/format-number.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { mention, nounFor, type Chosen, type Figure } from './choose-columns.ts'
import { draft, type Draft } from './draft.ts'

const bins = 24
/** A share is of rows, so its bins must hold some. */
const binsOfShares = 10
/** Fewer rows, or fewer different values, have no shape to see. */
const fewestRows = 30
const fewestValues = 8
/** Fewer dots than this show nothing; a relationship is lost in more. */
const fewestDots = 8
const dotLimit = 500
/** A tail is cut off where it would take up so many times the room of all the rest. */
const tailRatio = 1.5

/** Are there values enough to see how they are spread? */
export const hasShape = ({ distinct, nulls }: SemanticColumn, { rows }: SemanticModel): boolean =>
  distinct >= fewestValues && rows - nulls >= fewestRows

/** The next round number away from zero: 1, 2, 2.5, 5 times a power of ten, in tenths of the span. */
function roundAway(value: number, span: number): number {
  const power = 10 ** Math.floor(Math.log10(span / 10))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= (span / 10) * 0.999) ?? 10) * power
  const steps = value < 0 ? Math.floor(value / step) : Math.ceil(value / step)
  return Number((steps * step).toPrecision(12))
}

const say = (value: number): string => (Math.abs(value) < 100_000 ? formatNumber(value) : formatCompact(value))

type Part = { readonly filters: readonly Filter[]; readonly words: string }

const whole: Part = { filters: [], words: '' }

/** The range to draw where a few far values would squeeze all others into one bar, said in words and asked as a filter. */
function partToDraw({ name, range, bulk }: SemanticColumn): Part {
  if (range === null || bulk === undefined || bulk.max <= bulk.min) return whole
  const span = bulk.max - bulk.min
  const [low, high] = [roundAway(bulk.min, span), roundAway(bulk.max, span)]
  const isCutAbove = range.max - bulk.min > span * tailRatio && high < range.max
  const isCutBelow = bulk.max - range.min > span * tailRatio && low > range.min
  if (isCutAbove && isCutBelow)
    return {
      filters: [{ op: 'between', column: name, from: low, to: high }],
      words: ` from ${say(low)} to ${say(high)}`,
    }
  if (isCutAbove) return { filters: [{ op: 'lessOrEqual', column: name, value: high }], words: ` up to ${say(high)}` }
  if (isCutBelow) return { filters: [{ op: 'greaterOrEqual', column: name, value: low }], words: ` from ${say(low)}` }
  return whole
}

/** How often values of each size occur; a far tail is left out, and the title says so. */
export function distribution(model: SemanticModel, column: SemanticColumn): Draft {
  const { filters, words } = partToDraw(column)
  return draft(model, {
    title: `Distribution of ${inSentence(column.label)}${words}`,
    shows: 'distribution',
    dimensions: [{ column: column.name, bins }],
    measures: [{ aggregate: 'count' }],
    filters,
  })
}

/** What is averaged by nature, as ages and lengths are: its values may be set side by side with others. */
const isIntensive = ({ kind, measure, column }: Figure, model: SemanticModel): boolean =>
  kind === 'amount' && measure.aggregate === 'mean' && column !== null && hasShape(column, model)

/** The range up to where rows become few: a share of one or two would be drawn as tall as one of hundreds. */
function wellFilledPart({ name, range, bulk }: SemanticColumn): Part {
  if (range === null || bulk === undefined || bulk.max <= bulk.min) return whole
  const step = roundAway((bulk.max - bulk.min) / binsOfShares, bulk.max - bulk.min)
  const high = Number((Math.floor(bulk.max / step) * step).toPrecision(12))
  return high > bulk.min && high < range.max
    ? { filters: [{ op: 'less', column: name, value: high }], words: ` below ${say(high)}` }
    : whole
}

/** How a share changes along a number: survival by age. */
export function rateAlong(model: SemanticModel, { main, figures }: Chosen): Draft[] {
  const [x] = figures.filter((figure) => isIntensive(figure, model)).flatMap(({ column }) => column ?? [])
  if (main.kind !== 'rate' || x === undefined) return []
  const { filters, words } = wellFilledPart(x)
  return [
    draft(model, {
      title: `${main.subject} by ${inSentence(x.label)}${words}`,
      shows: 'distribution',
      dimensions: [{ column: x.name, bins: binsOfShares }],
      measures: [main.measure],
      filters: [...filters, { op: 'not', filter: { op: 'isNull', column: x.name } }],
    }),
  ]
}

/** Two measures of the same groups; without groups, one averaged along the other. */
export function relationship(model: SemanticModel, { figures, detail }: Chosen): Draft[] {
  const [x, y] = figures.filter(
    ({ kind, column }) => kind === 'amount' && column !== null && column.distinct >= fewestDots,
  )
  if (x === undefined || y === undefined || x.column === null || y.column === null) return []
  if (detail && detail.distinct >= fewestDots) {
    return [
      draft(model, {
        title: `${y.subject} against ${mention(x)} by ${inSentence(nounFor(detail, model))}`,
        shows: 'relationship',
        dimensions: [{ column: detail.name }],
        measures: [x.measure, y.measure],
        limit: dotLimit,
      }),
    ]
  }
  if (!isIntensive(x, model) || !isIntensive(y, model)) return []
  return [
    draft(model, {
      title: `${y.subject} by ${inSentence(x.column.label)}`,
      shows: 'trend',
      dimensions: [{ column: x.column.name, bins }],
      measures: [y.measure],
      filters: [{ op: 'not', filter: { op: 'isNull', column: x.column.name } }],
    }),
  ]
}
