import { formatCell } from '../../format/format-cell.ts'
import { formatMoment } from '../../format/format-moment.ts'
import { nameOfDimension } from '../../query/dimension.ts'
import { type PeriodMean, type Trend, trendOf } from '../../stats/trend.ts'
import type { Cell, Table } from '../../table/table.ts'
import type { Finding, Look } from '../insight.ts'
import { cellsOf, numbersOf, sumOf } from '../result.ts'
import type { Figure, Grouping, Subject } from '../subject.ts'

/** Periods that a trend needs. */
const fewest = 8
/** Values of a grouping whose trends are looked at one by one. */
const mostValues = 8
/** A first or last period with less than this part of the usual rows is taken as incomplete. */
const incomplete = 0.5

type Asked = {
  readonly subject: Subject
  readonly time: NonNullable<Subject['time']>
  /** The figure whose average is followed; null: the number of rows. */
  readonly figure: Figure | null
  readonly grouping: Grouping | null
}

const measureName = 'followed'

function queryOf({ subject, time, figure, grouping }: Asked): Finding['query'] {
  return {
    dataset: subject.dataset,
    calculations: [...(figure?.calculations ?? [])],
    dimensions: [{ column: time.column, grain: time.grain }, ...(grouping ? [grouping.dimension] : [])],
    measures: [
      figure ? { aggregate: 'mean', column: figure.column, as: measureName } : { aggregate: 'count', as: measureName },
      { aggregate: 'count', as: 'rows' },
      ...(figure ? [{ aggregate: 'variance' as const, column: figure.column, as: 'variance' }] : []),
    ],
  }
}

type Point = { readonly moment: number; readonly value: number; readonly rows: number; readonly variance: number }

const momentOf = (cell: Cell): number => (typeof cell === 'string' ? Date.parse(cell) : Number.NaN)

/** The rows of a result, each as a point with the group it belongs to; rows of no group or no moment are left out. */
function pointsIn(table: Table, { time, grouping }: Asked): readonly (readonly [string, Point])[] {
  const moments = cellsOf(table, nameOfDimension({ column: time.column, grain: time.grain })).map(momentOf)
  const names = grouping
    ? cellsOf(table, grouping.name).map((cell) => (cell === null ? null : grouping.say(cell)))
    : null
  const [values = [], rows = [], variances = []] = [measureName, 'rows', 'variance'].map((name) =>
    numbersOf(table, name),
  )
  return moments.flatMap((moment, row): readonly (readonly [string, Point])[] => {
    const name = names ? (names[row] ?? null) : ''
    const value = values[row] ?? Number.NaN
    const isKnown = name !== null && !Number.isNaN(moment) && Number.isFinite(value)
    return isKnown ? [[name, { moment, value, rows: rows[row] ?? 0, variance: variances[row] ?? Number.NaN }]] : []
  })
}

/** The points of each group in order of time, without periods at the ends that are not whole. */
function pointsBy(table: Table, asked: Asked): ReadonlyMap<string, readonly Point[]> {
  const points = new Map<string, readonly Point[]>()
  for (const [name, point] of pointsIn(table, asked)) points.set(name, [...(points.get(name) ?? []), point])
  return new Map([...points].map(([name, all]) => [name, wholePeriods(all.toSorted((a, b) => a.moment - b.moment))]))
}

function wholePeriods(points: readonly Point[]): readonly Point[] {
  const counts = points.map(({ rows }) => rows).toSorted((a, b) => a - b)
  const usual = counts[counts.length >> 1] ?? 0
  const isWhole = (point: Point | undefined): boolean => point !== undefined && point.rows >= incomplete * usual
  return points.slice(isWhole(points[0]) ? 0 : 1, isWhole(points.at(-1)) ? points.length : -1)
}

/** Means with what chance makes of them: counts vary as their own mean, averages by the values within all periods. */
function meansOf(points: readonly Point[], figure: Figure | null): readonly PeriodMean[] {
  if (figure === null) {
    const usual = sumOf(points.map(({ value }) => value)) / points.length
    return points.map(({ value, rows }) => ({ value, count: rows, variance: usual }))
  }
  const known = points.filter(({ variance, rows }) => rows > 1 && Number.isFinite(variance))
  const within =
    sumOf(known.map(({ variance, rows }) => variance * (rows - 1))) / sumOf(known.map(({ rows }) => rows - 1))
  return points.map(({ value, rows }) => ({ value, count: rows, variance: within / rows }))
}

/** From where to where a figure went; where its ends say otherwise than all periods together, by how much it went on average. */
function wayOf({ slope }: Trend, [first, last]: readonly [Point, Point], { time, figure }: Asked): string {
  const say = (value: number): string => formatCell(value, figure?.format ?? 'number')
  const from = `${say(first.value)} in ${formatMoment(first.moment, time.grain)}`
  const to = `${say(last.value)} in ${formatMoment(last.moment, time.grain)}`
  const isBorneOut = (last.value - first.value) * slope > 0
  return isBorneOut
    ? `from ${from} to ${to}`
    : `by ${say(Math.abs(slope))} a ${time.grain} over all, though it begins with ${from} and ends with ${to}`
}

function judgeOne(asked: Asked, group: string, points: readonly Point[]): readonly Finding[] {
  const { subject, time, figure, grouping } = asked
  const [first, last] = [points[0], points.at(-1)]
  const trend = points.length < fewest ? null : trendOf(meansOf(points, figure))
  if (!trend || !first || !last) return []
  const what = figure ? `The average ${figure.label}` : `The number of ${subject.rows}`
  const where = grouping ? ` where ${grouping.label} is ${group}` : ''
  return [
    {
      kind: 'trend',
      text: `${what}${where} ${trend.slope > 0 ? 'rises' : 'falls'} over time: ${wayOf(trend, [first, last], asked)}.`,
      query: queryOf(asked),
      numbers: { first: first.value, last: last.value, slope: trend.slope, periods: points.length },
      pValue: trend.pValue,
      effect: Math.abs(trend.correlation),
      about: [figure?.column ?? 'rows', time.column],
    },
  ]
}

function judge(table: Table, asked: Asked): readonly Finding[] {
  const points = [...pointsBy(table, asked)]
  return points.length > mostValues ? [] : points.flatMap(([group, all]) => judgeOne(asked, group, all))
}

/** Does something rise or fall over time, in all rows or in those of one group? */
export function trends(subject: Subject): readonly Look[] {
  const { time } = subject
  if (time === null) return []
  const groupings = subject.groupings.filter(({ dimension }) => dimension.part === undefined)
  return [null, ...subject.figures].flatMap((figure) =>
    [null, ...groupings].map((grouping): Look => {
      const asked = { subject, time, figure, grouping }
      return { query: queryOf(asked), judge: (table) => judge(table, asked) }
    }),
  )
}
