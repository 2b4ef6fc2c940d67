import { fail } from '../../errors.ts'
import { ok } from '../../result.ts'
import { leastSquares } from '../learning/least-squares.ts'
import { RowSample } from '../learning/row-sample.ts'
import { cellsOf, type CleanField, isNull } from '../rows.ts'
import { fillNumbers } from '../values/map-texts.ts'
import { named } from '../words.ts'
import type { Filling, FillLearner, FillMethod, FillTask } from './fill-method.ts'
import { predictorsOf, readerOf } from './predictors.ts'
import { fitted } from './values.ts'

/** Rows used to fit a line; enough for a dozen predictors. */
const maxRows = 20_000

type Line = { readonly intercept: number; readonly slopes: readonly number[]; readonly means: readonly number[] }

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A missing predictor takes its mean, so it does not affect the prediction. */
const predict = ({ intercept, slopes, means }: Line, features: Float64Array): number =>
  slopes.reduce((sum, slope, at) => {
    const value = features[at] ?? Number.NaN
    return sum + slope * (Number.isNaN(value) ? (means[at] ?? 0) : value)
  }, intercept)

function fillingOf(
  { field }: FillTask,
  predictors: readonly CleanField[],
  line: Line & { rSquared: number; rows: number },
): Filling {
  const from = predictors.map(({ name }) => name)
  const slopes = Object.fromEntries(from.map((name, at) => [name, line.slopes[at] ?? 0]))
  const share = `${Math.round(line.rSquared * 100)} %`
  return {
    words: `a line through ${named(from)}, which explains ${share} of its spread`,
    learned: { intercept: line.intercept, slopes, rSquared: line.rSquared, rowsLearnedFrom: line.rows },
    start: () => (rows) => {
      const featuresAt = readerOf(rows, predictors)
      return fillNumbers(cellsOf(rows, field.name), (row) => fitted(field.type, predict(line, featuresAt(row))))
    },
  }
}

/** Fits on rows without missing predictors. */
function learner(task: FillTask, predictors: readonly CleanField[]): FillLearner {
  const sample = new RowSample(maxRows)
  const { name } = task.field
  let place = 0
  return {
    add(rows) {
      const { column } = cellsOf(rows, name)
      if (column.type === 'text') return
      const featuresAt = readerOf(rows, predictors)
      for (let row = 0; row < rows.count; row++, place++) {
        if (isNull(column, row)) continue
        sample.add(place, () => {
          const features = featuresAt(row)
          const isWhole = !features.some((value) => Number.isNaN(value))
          return isWhole ? Float64Array.of(column.values[row] ?? Number.NaN, ...features) : null
        })
      }
    },
    finish() {
      const rows = sample.take()
      if (rows.length < predictors.length + 2)
        return fail('clean/nothing-to-go-by', {
          column: name,
          reason: `only ${rows.length} rows have it and all of ${named(predictors.map((one) => one.name))}, too few for a line`,
        })
      const at = (place: number): Float64Array => Float64Array.from(rows, (values) => values[place] ?? Number.NaN)
      const columns = predictors.map((_, index) => at(index + 1))
      const fit = leastSquares(columns, at(0))
      return ok(fillingOf(task, predictors, { ...fit, means: columns.map(meanOf), rows: rows.length }))
    },
  }
}

export const regression: FillMethod = {
  text: 'A line through other columns',
  types: ['integer', 'decimal', 'date', 'timestamp', 'duration'],
  begin(task) {
    const predictors = predictorsOf(task)
    return predictors.ok ? learner(task, predictors.value) : predictors
  },
}
