import { formatMoment } from '#core/format/format-moment.ts'
import type { DomainGuess, Duplicates, KeyCandidate } from '#core/profile/table-profile.ts'
import type { Gap, MomentCoverage, TimeGrain } from '#core/profile/time-profile.ts'
import { count, percent } from '../../../ui/figures.ts'

export type LabelOf = (name: string) => string

const counted = (number: number, one: string): string => `${count(number)} ${number === 1 ? one : `${one}s`}`

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** A key in words: `Order ID tells every row apart.` */
export function keyInWords({ columns, repeated, nulls, exact }: KeyCandidate, labelOf: LabelOf): string {
  const names = joined(columns.map(labelOf))
  const tells = columns.length === 1 ? 'tells' : 'together tell'
  const but = [
    ...(repeated > 0
      ? [`${counted(repeated, 'row')} that ${repeated === 1 ? 'repeats' : 'repeat'} an earlier one`]
      : []),
    ...(nulls > 0 ? [`${counted(nulls, 'row')} without a value`] : []),
  ]
  const where = exact ? '' : ', as far as a sample of the rows shows'
  return but.length === 0
    ? `${names} ${tells} every row apart${where}.`
    : `${names} ${tells} rows apart but for ${but.join(' and ')}${where}.`
}

/** Number of duplicate rows in words. */
export function duplicatesInWords({ rows: repeated, exact }: Duplicates, rows: number): string {
  if (repeated === 0) return 'No row repeats another.'
  const share = percent(rows === 0 ? 0 : repeated / rows)
  return `${exact ? '' : 'About '}${counted(repeated, 'row')} (${share}) ${repeated === 1 ? 'repeats' : 'repeat'} another in every cell.`
}

/** Coverage in words: `By day: 360 of 366 days hold rows.` */
export function coverageInWords({ grain, expected, missing, weekdaysOnly }: MomentCoverage): string {
  if (grain === null) return 'Its moments are too scattered to be followed by day, month or any other period.'
  const weekdays = weekdaysOnly ? ' Weekends are not expected: no row falls on one.' : ''
  const held =
    missing === 0
      ? `each of ${counted(expected, grain)} holds rows.`
      : `${count(expected - missing)} of ${counted(expected, grain)} hold rows.`
  return `By ${grain}: ${held}${weekdays}`
}

/** A gap in words: `12 days without a row: 3 Mar 2024 to 14 Mar 2024`. */
export function gapInWords({ from, to, periods }: Gap, grain: TimeGrain): string {
  const [first, last] = [formatMoment(from, grain), formatMoment(to, grain)]
  return `${counted(periods, grain)} without a row: ${first === last ? first : `${first} to ${last}`}`
}

const [quiteSure, likely] = [0.6, 0.35]

/** A domain and its confidence in words. */
export function domainInWords({ title, score }: DomainGuess): string {
  if (score >= quiteSure) return title
  return `${score >= likely ? 'Probably' : 'Perhaps'} ${title[0]?.toLowerCase() ?? ''}${title.slice(1)}`
}
