import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { isMeasure, isNumeric, type Draft } from '../compose/draft.ts'
import { dimensionOf, type Plan } from './plan.ts'
import { mostDots } from './scatter.ts'

/** Pearson’s r of the rows in which both are known, from the variances of x, of y and of their sum. */
function pearsonFormula(x: SemanticColumn, y: SemanticColumn): string {
  const [a, b] = [bracketed(x.name), bracketed(y.name)]
  const known = `where ${a} is not null and ${b} is not null`
  const sum = `variance(${a} / 1 + ${b} / 1 ${known})`
  return `(${sum} - variance(${a} ${known}) - variance(${b} ${known})) / (2 * sd(${a} ${known}) * sd(${b} ${known}))`
}

/** The correlation of two columns of numbers, as its coefficient. */
export function correlation(draft: Draft): Plan | null {
  if (!draft.marks.has('correlate') || draft.chart !== null || draft.model.rows <= mostDots) return null
  const measured = draft.measures.flatMap(({ column }) => (column && isNumeric(column) ? [column] : []))
  const grouped = draft.groups.filter(({ column }) => isNumeric(column) && column.role !== 'id' && !isMeasure(column))
  const [x, y] = [...measured, ...grouped.map(({ column }) => column)]
  if (x === undefined || y === undefined || x === y || 'computedBy' in x || 'computedBy' in y) return null
  const as = `Correlation of ${x.label.toLowerCase()} and ${y.label.toLowerCase()}`
  return {
    dimensions: draft.groups.filter((group) => !grouped.includes(group)).map(dimensionOf),
    measures: [{ aggregate: 'formula', formula: pearsonFormula(x, y), as }],
    columns: [],
    filters: draft.filters,
    sort: [],
    limit: null,
    chart: null,
    factor: 1,
  }
}
