import { months } from '../../table/months.ts'
import { day } from '../../table/time-units.ts'

export const dayLength = day

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (monthLengths[month - 1] ?? 0) + (month === 2 && isLeapYear(year) ? 1 : 0)

/** Midnight UTC of a day, in milliseconds since 1970; the proleptic Gregorian calendar, as ISO 8601 has it. */
export function midnightOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return (era * 146_097 + dayOfEra - 719_468) * dayLength
}

/** The year two digits stand for: 69 to 99 are of the 1900s, as POSIX has it. */
export const fullYear = (twoDigits: number): number => twoDigits + (twoDigits >= 69 ? 1900 : 2000)

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

const namesOf = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    names.flatMap(
      (name, index) =>
        [
          [name, index + 1],
          [name.slice(0, 3), index + 1],
        ] as const,
    ),
  )

/** Months in German, French, Spanish, Italian, Portuguese, Dutch, Polish and the languages of the North, with their usual short forms. */
const foreignMonths = [
  'januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty',
  'februar feber février févr fév fevrier febrero febbraio fevereiro fev februari lutego luty lut',
  'märz mär maerz mars marzo março marco maart mrt marca marzec',
  'april avril avr abril abr aprile kwietnia kwiecień kwi',
  'mai mayo maggio mag maio mei maj maja',
  'juni juin junio giugno giu junho czerwca czerwiec cze',
  'juli juillet juil julio luglio lug julho lipca lipiec lip',
  'august août aout agosto ago augustus augusti sierpnia sierpień sie',
  'september septembre septiembre settembre set setembro września wrzesień wrz',
  'oktober okt octobre octubre ottobre ott outubro out października październik paź',
  'november novembre noviembre novembro listopada listopad lis',
  'dezember dez décembre déc decembre diciembre dic dicembre dezembro december desember des grudnia grudzień gru',
].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const))

const monthNames = new Map([...foreignMonths, ...namesOf(months), ['sept', 9] as const])
const weekdayNames = new Map([...namesOf(weekdays), ['tues', 2], ['thur', 4], ['thurs', 4]])

/** 1 to 12 for a month's name or its usual short form, in lower case; 0 for anything else. */
export const monthNamed = (name: string): number => monthNames.get(name) ?? 0

export const isWeekday = (name: string): boolean => weekdayNames.has(name)
