import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { columnTypes } from '../../table/table.ts'
import { type TrainingRows, mostCommon, nearestTargets, spreadsOf } from '../learning/neighbours.ts'
import { RowSample } from '../learning/row-sample.ts'
import { cellsOf, isNull, type Rows } from '../rows.ts'
import { TextMerger } from '../../table/text-merger.ts'
import { fillNumbers, fillText } from '../values/map-texts.ts'
import { named } from '../words.ts'
import type { FillLearner, FillMethod, FillTask } from './fill-method.ts'
import { predictorsOf, readerOf } from './predictors.ts'
import { fitted } from './values.ts'
import type { CleanField } from '../rows.ts'

const maxKnown = 2000
const minKnown = 200
/** Maximum differences computed for all empty cells; about a second of work. */
const maxDifferences = 2e8

/** Each sampled row is its target followed by its features. */
function knownFrom(sample: readonly Float64Array[], width: number): TrainingRows {
  const features = new Float64Array(sample.length * width)
  for (const [at, values] of sample.entries()) features.set(values.subarray(1), at * width)
  return { features, width, targets: Float64Array.from(sample, (values) => values[0] ?? Number.NaN) }
}

class NearestLearner implements FillLearner {
  readonly #task: FillTask
  readonly #predictors: readonly CleanField[]
  readonly #sample = new RowSample(maxKnown)
  /** Text targets are predicted by code. */
  readonly #texts = new TextMerger()
  #empty = 0
  #place = 0

  constructor(task: FillTask, predictors: readonly CleanField[]) {
    this.#task = task
    this.#predictors = predictors
  }

  add = (rows: Rows): void => {
    const { column, odd } = cellsOf(rows, this.#task.field.name)
    const featuresAt = readerOf(rows, this.#predictors)
    for (let row = 0; row < rows.count; row++, this.#place++) {
      if (isNull(column, row)) {
        if (!odd.has(row)) this.#empty++
        continue
      }
      this.#sample.add(this.#place, () => {
        const target =
          column.type === 'text'
            ? this.#texts.codeOf(column.dictionary[column.codes[row] ?? -1] ?? '')
            : (column.values[row] ?? Number.NaN)
        return Float64Array.of(target, ...featuresAt(row))
      })
    }
  }

  finish = (): ReturnType<FillLearner['finish']> => {
    const { field, settings } = this.#task
    const width = this.#predictors.length
    const affordable = Math.floor(maxDifferences / Math.max(1, this.#empty * width))
    const sample = this.#sample.take(Math.max(minKnown, Math.min(maxKnown, affordable)))
    if (sample.length === 0)
      return fail('clean/nothing-to-go-by', { column: field.name, reason: 'it has no values to learn from' })
    const known = knownFrom(sample, width)
    const spreads = spreadsOf(known)
    const from = this.#predictors.map(({ name }) => name)
    const guess = (row: Float64Array): number => this.#vote(nearestTargets(known, row, spreads, settings.neighbours))
    return ok({
      words: `what the ${settings.neighbours} nearest rows have, by ${named(from)}`,
      learned: { from, neighbours: settings.neighbours, rowsLearnedFrom: sample.length },
      start: () => (rows) => this.#fill(rows, guess),
    })
  }

  #vote(targets: readonly number[]): number {
    const { type } = this.#task.field
    if (targets.length === 0) return Number.NaN
    if (type === 'text' || type === 'boolean') return mostCommon(targets)
    return fitted(type, targets.reduce((sum, value) => sum + value, 0) / targets.length)
  }

  #fill(rows: Rows, guess: (row: Float64Array) => number) {
    const cells = cellsOf(rows, this.#task.field.name)
    const featuresAt = readerOf(rows, this.#predictors)
    return cells.column.type === 'text'
      ? fillText(cells, (row) => this.#texts.dictionary[guess(featuresAt(row))] ?? null)
      : fillNumbers(cells, (row) => guess(featuresAt(row)))
  }
}

export const nearest: FillMethod = {
  text: 'What the nearest rows have',
  types: columnTypes,
  begin(task) {
    const predictors = predictorsOf(task)
    return predictors.ok ? new NearestLearner(task, predictors.value) : predictors
  },
}
