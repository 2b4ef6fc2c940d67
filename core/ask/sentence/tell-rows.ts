import { inSentence, plural } from '../../charts/labels.ts'
import { numberAt, resultColumns, type ResultColumn } from '../../charts/result-columns.ts'
import { formatNumber } from '../../format/format-number.ts'
import { chanceOfCorrelation } from '../../stats/pearson.ts'
import { isNumberColumn, type Column } from '../../table/table.ts'
import { counted, listed, numbered, written, type Result } from './result.ts'
import { tellChance } from './tell-chance.ts'

/** Pearson's r over the rows where both columns have a number; null where it is not defined. */
export function correlationOf(a: Column, b: Column, rows: number): number | null {
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

/** How two measures go together, by their correlation. */
export function together(r: number): string {
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
  const pairs = numbered(result, x).filter(({ row }) => !Number.isNaN(numberAt(y.column, row))).length
  const shown = `Each dot is one of ${counted(rows, result.model.entity)}${result.where}.`
  return r === null
    ? shown
    : `${y.part.label} and ${inSentence(x.part.label)} ${together(r)} (r = ${formatNumber(Math.round(r * 100) / 100)}, ${tellChance(chanceOfCorrelation(r, pairs))}). ${shown}`
}

/** `fares`, and `values of body mass (g)` where there is no plural. */
function pluralOf(label: string): string {
  const one = inSentence(label)
  return plural(one) === one ? `values of ${one}` : plural(one)
}

/** The one row at the end of a ranking: by its name, else by its other values. */
function tellFirst(result: Result, by: ResultColumn): string {
  const columns = resultColumns(result.data)
  const [label] = columns
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const what = `the ${end} ${inSentence(by.part.label)}`
  if (label !== undefined && label.name !== by.name)
    return `${written(label, 0)} has ${what}${result.where}: ${written(by, 0)}.`
  const others = columns.filter(({ name }) => name !== by.name).slice(0, 3)
  const told = others.map((column) => `${inSentence(column.part.label)} ${written(column, 0)}`)
  const more = told.length > 0 ? ` (${listed(told)})` : ''
  return `T${what.slice(1)}${result.where} is ${written(by, 0)}${more}.`
}

/** The rows at the end of a ranking, by their names where they have some. */
function tellFirsts(result: Result, label: ResultColumn, by: ResultColumn): string {
  const { rows } = result.data.table
  const end = result.reading.query.sort[0]?.direction === 'ascending' ? 'lowest' : 'highest'
  const isOwn = label.name === by.name
  const shown = Array.from({ length: Math.min(rows, 5) }, (_, row) =>
    isOwn ? written(by, row) : `${written(label, row)} (${written(by, row)})`,
  )
  const isShared = !isOwn && written(by, 0) === written(by, rows - 1)
  if (isShared) {
    const names = Array.from({ length: Math.min(rows, 5) }, (_, row) => written(label, row))
    const sharing = listed([...names, ...(rows > 5 ? [`${rows - 5} more`] : [])])
    return `${sharing} share the ${end} ${inSentence(by.part.label)}${result.where}: ${written(by, 0)}.`
  }
  const all = listed([...shown, ...(rows > 5 ? [`${rows - 5} more`] : [])])
  if (isOwn) return `The ${rows} ${end} ${pluralOf(by.part.label)}${result.where} are ${all}.`
  return `The ${counted(rows, result.model.entity)} with the ${end} ${inSentence(by.part.label)}${result.where} are ${all}.`
}

/** Listed rows: the one, or how many and the first. */
export function tellRows(result: Result): string {
  const columns = resultColumns(result.data)
  const { rows } = result.data.table
  const { sort, limit } = result.reading.query
  const [label] = columns
  const by = columns.find(({ name }) => name === sort[0]?.by)
  if (!label) return ''
  if (by !== undefined && limit < 1000) return rows === 1 ? tellFirst(result, by) : tellFirsts(result, label, by)
  if (rows > 1) return `${rows === limit ? 'The first ' : ''}${counted(rows, result.model.entity)}${result.where}.`
  const told = columns.slice(0, 4).map((column) => `${column.part.label}: ${written(column, 0)}`)
  return `${told.join(', ')}${result.where}.`
}

/** The values of a column, each once. */
export function tellValues(result: Result): string {
  const [group] = result.groups
  const { rows } = result.data.table
  if (!group) return ''
  const shown = Array.from({ length: Math.min(rows, 8) }, (_, row) =>
    result.groups.map((each) => written(each, row)).join(', '),
  )
  const noun = inSentence(group.part.label)
  const more = rows > 8 ? `, and ${formatNumber(rows - 8)} more` : ''
  return `${formatNumber(rows)} ${rows === 1 ? noun : plural(noun)}${result.where}: ${shown.join('; ')}${more}.`
}
