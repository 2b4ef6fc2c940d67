import { formatMoment } from '../../format/format-moment.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import type { ColumnProfile, Profile } from '../../profile/profile.ts'
import { roleOfColumn } from '../../semantic/column-role.ts'
import { factsOf } from '../../semantic/kinds/column-facts.ts'
import { kindOf } from '../../semantic/kinds/kind-of.ts'
import type { Drift, Severity } from './drift.ts'
import { isSameFamily, type Pair } from './match-columns.ts'

/** Row counts of both versions. */
type Rows = { readonly before: number; readonly after: number }

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Halving or a tenfold increase is seldom intended; doubling may be. */
function ofRows({ before, after }: Rows): readonly Drift[] {
  const ratio = share(after, before)
  if (ratio >= 0.5 && ratio <= 2) return []
  const severity: Severity = ratio < 0.5 || ratio > 10 ? 'warning' : 'note'
  const text = `${formatNumber(before)} rows have become ${formatNumber(after)}.`
  return [{ kind: 'rows', severity, column: null, text }]
}

/** Minimum increase in the share of empty cells for a warning. */
const jump = 0.1

function ofNulls({ before, after }: Pair, rows: Rows): readonly Drift[] {
  const [was, is] = [share(before.nulls, rows.before), share(after.nulls, rows.after)]
  const severity: Severity = is - was >= jump ? 'warning' : 'note'
  if (before.nulls === 0 && after.nulls > 0) {
    const text = `“${after.name}” was never empty. Now it is in ${formatPercent(is)} of the rows.`
    return [{ kind: 'nullable', severity, column: before.name, text }]
  }
  if (severity === 'note') return []
  const text = `“${after.name}” is empty in ${formatPercent(is)} of the rows; before, in ${formatPercent(was)}.`
  return [{ kind: 'nulls', severity, column: before.name, text }]
}

/** True if the list of frequent values contains every value of the column. */
const isListed = ({ type, distinct, top }: ColumnProfile): boolean =>
  type === 'text' && distinct.exact && top.length === distinct.count

const named = 3

function list(values: readonly string[]): string {
  const shown = values.slice(0, named).map((value) => `“${value}”`)
  return values.length > named ? `${shown.join(', ')} and ${values.length - named} more` : shown.join(', ')
}

/** Warns of a frequent value that disappeared; ignores new values and rare ones that disappeared. */
function ofValues({ before, after }: Pair, rows: Rows): readonly Drift[] {
  if (!isListed(before) || !isListed(after)) return []
  const [was, is] = [before, after].map(({ top }) => new Set(top.map(({ value }) => value)))
  const gone = before.top.filter(({ value }) => !is?.has(value))
  const come = after.top.filter(({ value }) => !was?.has(value))
  if (gone.length + come.length === 0) return []
  const lost = gone.reduce((sum, { count }) => sum + count, 0)
  const parts = [
    ...(come.length > 0 ? [`has ${list(come.map(({ value }) => value))} for the first time`] : []),
    ...(gone.length > 0 ? [`no longer has ${list(gone.map(({ value }) => value))}`] : []),
  ]
  const severity: Severity = share(lost, rows.before) >= 0.05 ? 'warning' : 'note'
  return [{ kind: 'values', severity, column: before.name, text: `“${after.name}” ${parts.join(' and ')}.` }]
}

const isMoment = ({ type }: ColumnProfile): boolean => type === 'date' || type === 'timestamp'

/** Warns if the last moment moved back, because time should advance. */
function ofTime({ before, after }: Pair): readonly Drift[] {
  const [was, is] = [before.numbers?.max ?? 0, after.numbers?.max ?? 0]
  if (is >= was) return []
  const text = `“${after.name}” ends on ${formatMoment(is, 'day')}; before, on ${formatMoment(was, 'day')}.`
  return [{ kind: 'range', severity: 'warning', column: before.name, text }]
}

function isMeasure(column: ColumnProfile, rows: number): boolean {
  const facts = factsOf(column, rows)
  return roleOfColumn(facts, kindOf(facts).kind) === 'measure'
}

/** Warns if the median left the previous interquartile range; ignores running numbers. */
function ofRange({ before, after }: Pair, rows: Rows): readonly Drift[] {
  if (!before.numbers || !after.numbers || before.type === 'boolean') return []
  if (isMoment(before) && isMoment(after)) return ofTime({ before, after })
  if (!isMeasure(before, rows.before)) return []
  const [low, was, high] = before.numbers.quartiles
  const is = after.numbers.quartiles[1]
  if (is >= low && is <= high) return []
  const text = `“${after.name}” was around ${formatNumber(was)} and is around ${formatNumber(is)} now.`
  return [{ kind: 'range', severity: 'warning', column: before.name, text }]
}

/** Differences in values: row count, empty cells, categories, range. */
export function dataDrift(before: Profile, after: Profile, pairs: readonly Pair[]): readonly Drift[] {
  const rows = { before: before.rows, after: after.rows }
  const comparable = pairs.filter((pair) => isSameFamily(pair.before.type, pair.after.type))
  const ofPair = (pair: Pair): readonly Drift[] => [
    ...ofNulls(pair, rows),
    ...ofValues(pair, rows),
    ...ofRange(pair, rows),
  ]
  return [...ofRows(rows), ...comparable.flatMap(ofPair)]
}
