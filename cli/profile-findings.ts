import type { ColumnProfile, Profile } from '#core/profile/profile.ts'
import type { Quality } from '#core/profile/quality/quality.ts'
import type { Association, TableProfile } from '#core/profile/table-profile.ts'
import type { MomentCoverage, TimeProfile } from '#core/profile/time-profile.ts'

const whole = (value: number): string => value.toLocaleString('en-US')
const short = (value: number): string => String(Number(value.toPrecision(4)))
const date = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const shown = 5
const notable = 0.3

/** A heading with its lines; nothing without lines. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]

function associations(title: string, found: readonly Association[], sample: string): string[] {
  const strong = found.filter(({ value }) => Math.abs(value) >= notable).slice(0, shown)
  return section(
    `${title}${sample}`,
    strong.map(({ a, b, value }) => `${a} ~ ${b}  ${value.toFixed(3)}`),
  )
}

function outliers({ name, numbers }: ColumnProfile): string[] {
  const found = numbers?.outliers
  if (!found) return []
  const { quartiles, zScore, robust, lowest, highest } = found
  const counts = [quartiles, zScore, robust].map((fences) => fences?.count ?? 0)
  if (counts.every((count) => count === 0)) return []
  const [byQuartiles, byScore, byMedian] = counts.map(whole)
  const extreme = [...highest, ...lowest]
    .slice(0, 3)
    .map(({ row, value }) => `${short(value)} in row ${whole(row + 1)}`)
  return [
    `${name}: ${byQuartiles} by quartiles, ${byScore} by z-score, ${byMedian} by median${extreme.length > 0 ? `; ${extreme.join(', ')}` : ''}`,
  ]
}

function shape({ name, type, numbers }: ColumnProfile): string[] {
  if (!numbers?.shape || (type !== 'integer' && type !== 'decimal')) return []
  const { skewness, kurtosis, order, tails } = numbers.shape
  const parts = [
    skewness === null ? '' : `skewness ${skewness.toFixed(2)}`,
    kurtosis === null ? '' : `kurtosis ${kurtosis.toFixed(2)}`,
    `1 % below ${short(tails[0])}, 1 % above ${short(tails[3])}`,
    order === 'none' ? '' : order,
    numbers.normality?.[0]?.sentence ?? '',
  ]
  return [`${name}: ${parts.filter((part) => part !== '').join(', ')}`]
}

function tableLines({ keys, duplicates, missing, domains, unusual }: TableProfile): string[] {
  const names = keys.map(
    ({ columns, repeated, exact }) =>
      `${columns.join(' + ')}${repeated > 0 ? ` (but for ${whole(repeated)} rows)` : exact ? '' : ' (in a sample)'}`,
  )
  const [domain] = domains
  const patterns = missing.filter(({ columns }) => columns.length > 0).slice(0, shown)
  return [
    ...section('Tells rows apart', names),
    ...section(
      'Repeated rows',
      duplicates.rows > 0
        ? [`${duplicates.exact ? '' : 'about '}${whole(duplicates.rows)} repeat another in every cell`]
        : [],
    ),
    ...section(
      'Missing together',
      patterns.map(
        ({ columns, rows }) =>
          `${columns.slice(0, shown).join(', ')}${columns.length > shown ? ', …' : ''}  ${whole(rows)}`,
      ),
    ),
    ...section(
      'Unusual rows',
      unusual.slice(0, shown).map(({ row, score }) => `row ${whole(row + 1)}  ${score.toFixed(2)}`),
    ),
    ...section(
      'Field',
      domain === undefined
        ? []
        : [`${domain.title} (${domain.score.toFixed(2)}: ${domain.evidence.slice(0, shown).join(', ')})`],
    ),
  ]
}

function coverageLine({ grain, expected, missing, gaps, weekdaysOnly }: MomentCoverage): string {
  if (grain === null) return 'moments too scattered for a grain'
  const [longest] = gaps
  const gap =
    longest === undefined ? '' : `, longest gap ${longest.periods} from ${date(longest.from)} to ${date(longest.to)}`
  return `by ${grain}${weekdaysOnly ? ', weekdays only' : ''}: ${whole(expected - missing)} of ${whole(expected)} there${gap}`
}

function timeLines(time: TimeProfile, columns: readonly ColumnProfile[]): string[] {
  const coverage = columns.find(({ name }) => name === time.column)?.coverage
  return section('Time', [
    `${time.column}: ${coverage ? coverageLine(coverage) : 'unknown'}`,
    ...time.series.map(({ column, tests }) => `${column}: ${tests.map(({ sentence }) => sentence).join(' ')}`),
  ])
}

function qualityLines({ score, parts }: Quality): string[] {
  const found = parts.flatMap(({ title, points, most, findings }) => [
    `${title} ${points} of ${most}`,
    ...findings.slice(0, shown).map(({ sentence, step }) => `  ${sentence}${step === null ? '' : ` [${step}]`}`),
  ])
  return section(`Quality ${score} of 100`, found)
}

/** Findings beyond single columns, as terminal text. */
export function describeFindings({ columns, rows, table, time }: Profile, quality: Quality): string[] {
  if (table === undefined) return ['', 'Profiled by an older version: profile the file again to see more.']
  const sample = table.sampledRows < rows ? ` (from ${whole(table.sampledRows)} rows)` : ''
  return [
    ...section('Shapes', columns.flatMap(shape)),
    ...section('Far from the others', columns.flatMap(outliers)),
    ...associations('Rank correlations', table.spearman, sample),
    ...associations('Categories that go together', table.cramersV, sample),
    ...associations('Categories that explain numbers', table.correlationRatio, sample),
    ...tableLines(table),
    ...(time ? timeLines(time, columns) : []),
    ...qualityLines(quality),
  ]
}
