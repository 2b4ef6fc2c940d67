import type { ChartData, ChartType, ColumnPart } from '#core/charts/chart.ts'
import { rankCharts } from '#core/charts/recommend.ts'
import { chartTypes } from '#core/charts/registry.ts'
import type { Cell, Column } from '#core/table/table.ts'
import { columnOf, tableOf } from '../support/chart-tables.ts'
import { hasShared, sharedText } from '../support/shared.ts'

/** A pair of nvBench: a result, and the chart that people chose for it. */
type Pair = {
  readonly id: string
  readonly table_csv: string
  readonly expected: { readonly chart: string; readonly vql: string }
  readonly gold_result: readonly Readonly<Record<string, Cell>>[]
}

const marks: Readonly<Record<string, ChartType['mark']>> = {
  Bar: 'bar',
  'Stacked Bar': 'bar',
  Line: 'line',
  'Grouping Line': 'line',
  Scatter: 'point',
  'Grouping Scatter': 'point',
  Pie: 'pie',
}

const isDate = (cell: Cell): boolean => typeof cell === 'string' && /^\d{4}-\d{2}(-\d{2})?/.test(cell)
const isNumber = (cell: Cell): boolean => typeof cell === 'number'

function columnIn(pair: Pair, name: string): Column {
  const cells = pair.gold_result.map((row) => row[name] ?? null)
  const known = cells.filter((cell) => cell !== null)
  const type = known.every(isNumber) ? 'decimal' : known.every(isDate) ? 'date' : 'text'
  return columnOf(name, type, cells)
}

/** Whole numbers that are all years stand for time, as they do in a model. */
const areYears = (column: Column): boolean =>
  column.type !== 'text' && column.values.every((year) => Number.isInteger(year) && year >= 1800 && year <= 2100)

function partOf(pair: Pair, column: Column): ColumnPart {
  const { name, type } = column
  const aggregate = /\b(count|sum|avg|min|max)\s*\(/i.exec(pair.expected.vql)?.[1]?.toLowerCase()
  const part = { label: name, grain: null, absent: null } as const
  if (aggregate === undefined && !/\bgroup by\b|\bbin\b/i.test(pair.expected.vql)) return { ...part, kind: 'listed' }
  if (name !== 'y_data') return { ...part, kind: type === 'date' || areYears(column) ? 'time' : 'category' }
  const adds = aggregate === 'count' || aggregate === 'sum'
  return { ...part, kind: 'measure', absent: adds ? 0 : null, ...(adds ? {} : { isAverage: true }) }
}

function dataOf(pair: Pair): ChartData {
  const columns = Object.keys(pair.gold_result[0] ?? {}).map((name) => columnIn(pair, name))
  return {
    table: tableOf(...columns),
    formats: {},
    parts: Object.fromEntries(columns.map((column) => [column.name, partOf(pair, column)])),
  }
}

type Judged = { readonly mark: string; readonly isFirst: boolean; readonly isInThree: boolean }

function judge(pair: Pair): readonly Judged[] {
  const mark = marks[pair.expected.chart]
  if (mark === undefined || pair.gold_result.length === 0) return []
  const families = [...new Set(rankCharts(dataOf(pair)).map(({ type }) => chartTypes[type].mark))]
  return [{ mark, isFirst: families[0] === mark, isInThree: families.slice(0, 3).includes(mark) }]
}

const percent = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} %`.padStart(7)

/** The families that are recommended for results alone, without a word on the chart, beside those that people chose. */
function measure(part: 'train' | 'public'): readonly string[] {
  const lines = sharedText(`1_nlq/questions_${part}.jsonl`).split('\n')
  const pairs = lines.filter((line) => line.includes('"nvbench-')).map((line) => JSON.parse(line) as Pair)
  const judged = pairs.flatMap(judge)
  const row = (name: string, of: readonly Judged[]): string =>
    `${name.padEnd(18)}${String(of.length).padStart(4)}  first ${percent(of.filter(({ isFirst }) => isFirst).length, of.length)}  in three ${percent(of.filter(({ isInThree }) => isInThree).length, of.length)}`
  const families = [...new Set(judged.map(({ mark }) => mark))]
  return [
    row(part, judged),
    ...families.map((mark) =>
      row(
        `  ${mark}`,
        judged.filter((each) => each.mark === mark),
      ),
    ),
  ]
}

if (!hasShared('1_nlq')) throw new Error('The public pairs are not here')
for (const part of ['train', 'public'] as const) for (const line of measure(part)) process.stdout.write(`${line}\n`)
