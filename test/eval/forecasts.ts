import { forecastSeries } from '#core/forecast/forecast-series.ts'
import type { TimedValues } from '#core/forecast/regular-series.ts'
import { dynamicTheta } from '#core/stats/forecast/dynamic-theta.ts'
import { seasonallyAdjustedNaive } from '#core/stats/forecast/naive.ts'
import { hasShared, sharedText } from '../support/shared.ts'

/**
 * Forecasts of public series beside Theta and Naive 2 in the same run, by frequency: OWA as in the M4 competition (half
 * sMAPE, half MASE, each as a part of Naive 2's; 1 is Naive 2, lower is better), and how much of what came lay in the
 * intervals.
 */
const sets = [
  { file: 'public/m1_monthly', season: 12 },
  { file: 'public/m1_quarterly', season: 4 },
  { file: 'train/m3_yearly', season: 1 },
  { file: 'train/m3_quarterly', season: 4 },
  { file: 'train/m3_monthly', season: 12 },
  { file: 'train/m3_other', season: 1 },
  { file: 'train/m4_weekly', season: 1 },
  { file: 'train/m4_hourly', season: 24 },
  { file: 'train/nn5_daily', season: 7 },
] as const

type Measured = { readonly symmetric: number; readonly scaled: number }
type Known = { readonly timed: TimedValues; readonly actual: readonly number[] }

function rowsOf(path: string): readonly (readonly string[])[] {
  const [, ...lines] = sharedText(`5_forecast/${path}`).trim().split('\n')
  return lines.map((line) => line.trim().split(','))
}

function byName(rows: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, (readonly string[])[]>()
  for (const row of rows) groups.set(row[0] ?? '', [...(groups.get(row[0] ?? '') ?? []), row])
  return groups
}

/** Series with the values that came after; what was not measured is left out. */
function read(file: string): readonly Known[] {
  const actual = byName(rowsOf(`${file}_test.csv`))
  return [...byName(rowsOf(`${file}_train.csv`))].map(([name, rows]) => {
    const isTime = rows[0]?.[1]?.includes('-') === true
    return {
      timed: {
        name,
        isTime,
        times: rows.map(([, time = '']) => (isTime ? Date.parse(time) : Number(time))),
        values: rows.map((row) => Number(row.at(-1))),
      },
      actual: (actual.get(name) ?? []).map((row) => (row.at(-1) === '' ? Number.NaN : Number(row.at(-1)))),
    }
  })
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function measure(ahead: ArrayLike<number>, { timed, actual }: Known, season: number): Measured {
  const { values } = timed
  const scale = mean(values.slice(season).map((value, at) => Math.abs(value - (values[at] ?? 0))))
  const seen = actual.flatMap((value, step) => (Number.isNaN(value) ? [] : [[value, ahead[step] ?? 0] as const]))
  return {
    symmetric: mean(
      seen.map(([value, said]) => (200 * Math.abs(value - said)) / (Math.abs(value) + Math.abs(said) || 1)),
    ),
    scaled: mean(seen.map(([value, said]) => Math.abs(value - said) / scale)),
  }
}

const owa = (own: readonly Measured[], naive: readonly Measured[]): number =>
  (mean(own.map(({ symmetric }) => symmetric)) / mean(naive.map(({ symmetric }) => symmetric)) +
    mean(own.map(({ scaled }) => scaled)) / mean(naive.map(({ scaled }) => scaled))) /
  2

type Judged = {
  readonly own: Measured
  readonly theta: Measured
  readonly naive: Measured
  readonly inside: readonly (readonly [boolean, boolean])[]
}

/** One series by all three; null where a measure is not defined, as for a constant one. */
function judge(known: Known, season: number): Judged | null {
  const horizon = known.actual.length
  const made = forecastSeries(known.timed, horizon)
  const series = { values: Float64Array.from(known.timed.values), season }
  const baseline = seasonallyAdjustedNaive.forecast(series, horizon)
  if (!made.ok || !baseline) return null
  const naive = measure(baseline, known, season)
  if (!Number.isFinite(naive.scaled)) return null
  const { points } = made.value
  return {
    own: measure(
      points.map(({ forecast }) => forecast),
      known,
      season,
    ),
    theta: measure(dynamicTheta.forecast(series, horizon) ?? baseline, known, season),
    naive,
    inside: points.flatMap(({ low80, high80, low95, high95 }, step) => {
      const value = known.actual[step] ?? Number.NaN
      return Number.isNaN(value)
        ? []
        : [[value >= low80 && value <= high80, value >= low95 && value <= high95] as const]
    }),
  }
}

function lineOf(file: string, season: number): string {
  const judged = read(file).flatMap((known) => judge(known, season) ?? [])
  const naive = judged.map((one) => one.naive)
  const inside = judged.flatMap((one) => one.inside)
  const within = (level: 0 | 1): string =>
    `${((100 * inside.filter((one) => one[level]).length) / inside.length).toFixed(1)} %`
  const own = owa(
    judged.map((one) => one.own),
    naive,
  ).toFixed(3)
  const theta = owa(
    judged.map((one) => one.theta),
    naive,
  ).toFixed(3)
  return `${file.padEnd(20)} ${judged.length} series  OWA ${own}, Theta ${theta}  in the intervals of 80 % and 95 %: ${within(0)}, ${within(1)}`
}

if (!hasShared('5_forecast')) throw new Error('The public series are not here')
for (const { file, season } of sets) process.stdout.write(`${lineOf(file, season)}\n`)
