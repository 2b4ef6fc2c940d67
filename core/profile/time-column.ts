import type { SampledColumn } from './associations.ts'
import { wordsOfName } from './name-words.ts'
import type { ColumnProfile } from './profile.ts'
import { seriesOf } from './series.ts'
import type { TimeProfile } from './time-profile.ts'

const maxMeasures = 6
/** Columns that describe the subject or the record rather than the time of the event. */
const asideWords = new Set(
  'birth born dob birthday updated update modified changed expiry expires expiration valid until deleted due end'.split(
    ' ',
  ),
)

function weightOf({ name, coverage, nulls, oddCount }: ColumnProfile, rows: number): number {
  const isAside = wordsOfName(name).some((word) => asideWords.has(word))
  const share = (rows - nulls - oddCount) / Math.max(1, rows)
  return share * 2 - (isAside ? 2 : 0) + (coverage === null || coverage?.grain === null ? 0 : 1)
}

/** The column of event times; null if there is none. */
function chooseColumn(columns: readonly ColumnProfile[], rows: number): ColumnProfile | null {
  const moments = columns.filter(({ coverage, distinct }) => coverage && distinct.count > 1)
  const [best] = moments.toSorted((a, b) => weightOf(b, rows) - weightOf(a, rows))
  return best ?? null
}

/** The distribution of event times, their regularity, and the measures over time. */
export function timeOf(
  columns: readonly ColumnProfile[],
  rows: number,
  sampled: { readonly all: readonly SampledColumn[]; readonly measures: readonly SampledColumn[] },
): TimeProfile | null {
  const column = chooseColumn(columns, rows)
  const values = sampled.all.find(({ name }) => name === column?.name)
  const coverage = column?.coverage
  if (column === null || values === undefined || !coverage) return null
  const { grain, expected, missing } = coverage
  return {
    column: column.name,
    grain,
    regularity: expected === 0 ? 0 : (expected - missing) / expected,
    series:
      grain === null
        ? []
        : sampled.measures.slice(0, maxMeasures).flatMap((measure) => seriesOf(values, measure, grain) ?? []),
  }
}
