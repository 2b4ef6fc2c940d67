import { inSentence, plural } from '../../charts/labels.ts'
import { resultColumns } from '../../charts/result-columns.ts'
import { formatNumber } from '../../format/format-number.ts'
import { isNumberColumn, type Column } from '../../table/table.ts'
import { counted, written, type Result } from './result.ts'

/** Pearson's r over the rows where both columns have a number; null where it is not defined. */
function correlationOf(a: Column, b: Column, rows: number): number | null {
  if (!isNumberColumn(a) || !isNumberColumn(b)) return null
  let [count, meanA, meanB, squareA, squareB, product] = [0, 0, 0, 0, 0, 0]
  for (let row = 0; row < rows; row += 1) {
    const [x, y] = [a.values[row] ?? Number.NaN, b.values[row] ?? Number.NaN]
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    count += 1
    const [dx, dy] = [x - meanA, y - meanB]
    meanA += dx / count
    meanB += dy / count
    squareA += dx * (x - meanA)
    squareB += dy * (y - meanB)
    product += dx * (y - meanB)
  }
  return count > 2 && squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : null
}

function together(r: number): string {
  const size = Math.abs(r)
  if (size < 0.1) return 'do not go together'
  const strength = size < 0.3 ? 'weakly' : size < 0.6 ? 'moderately' : 'strongly'
  return r > 0 ? `rise together ${strength}` : `go opposite ways ${strength}`
}

/** Two measures against each other, row by row. */
export function tellScatter(result: Result): string {
  const [x, y] = resultColumns(result.data)
  if (!x || !y) return ''
  const { rows } = result.data.table
  const r = correlationOf(x.column, y.column, rows)
  const shown = `Each dot is one of ${counted(rows, result.model.entity)}${result.where}.`
  return r === null
    ? shown
    : `${y.part.label} and ${inSentence(x.part.label)} ${together(r)} (r = ${formatNumber(Math.round(r * 100) / 100)}). ${shown}`
}

/** Listed rows: the one, or how many and the first. */
export function tellRows(result: Result): string {
  const columns = resultColumns(result.data)
  const { rows } = result.data.table
  const [label, second] = columns
  if (!label) return ''
  const [order] = result.reading.query.sort
  const by = columns.find(({ name }) => name === order?.by)
  if (rows === 1)
    return `${columns
      .slice(0, 4)
      .map((column) => `${column.part.label}: ${written(column, 0)}`)
      .join(', ')}${result.where}.`
  const isRanking = order !== undefined && by !== undefined && result.reading.query.limit < 1000
  if (isRanking && second) {
    const listed = Array.from({ length: Math.min(rows, 5) }, (_, row) => `${written(label, row)} (${written(by, row)})`)
    const end = order.direction === 'descending' ? 'highest' : 'lowest'
    return `The ${rows} with the ${end} ${inSentence(by.part.label)}${result.where}: ${listed.join(', ')}${rows > 5 ? `, and ${rows - 5} more` : ''}.`
  }
  const isCut = rows === result.reading.query.limit
  return `${isCut ? 'The first ' : ''}${counted(rows, result.model.entity)}${result.where}.`
}

/** The values of a column, each once. */
export function tellValues(result: Result): string {
  const [group] = result.groups
  const { rows } = result.data.table
  if (!group) return ''
  const listed = Array.from({ length: Math.min(rows, 8) }, (_, row) =>
    result.groups.map((each) => written(each, row)).join(', '),
  )
  const noun = inSentence(group.part.label)
  const more = rows > 8 ? `, and ${formatNumber(rows - 8)} more` : ''
  return `${formatNumber(rows)} ${rows === 1 ? noun : plural(noun)}${result.where}: ${listed.join('; ')}${more}.`
}
