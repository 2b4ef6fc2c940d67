/**
 * A stretch of time: from a moment up to, not including, another; UTC milliseconds, null where open.
 */
export type Period = {
  readonly from: number | null
  readonly to: number | null
  /** As people write it: `in 2023`, `since Mar 2024`, `in the last 30 days of the data`. */
  readonly text: string
  /** The two moments of `from 2016 to 2017`, each by itself. */
  readonly ends?: readonly [Period, Period]
}

export const startOfYear = (year: number): number => Date.UTC(year, 0, 1)

/** The first moment of a month; months run on, so 12 is January of the next year. */
export const startOfMonth = (year: number, month: number): number => Date.UTC(year, month, 1)

/** The day of a moment as ISO text, as a filter writes it. */
export const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** The whole years a period covers, as numbers; null where it cuts a year. */
export function yearsOf({ from, to }: Period): { readonly from: number | null; readonly to: number | null } | null {
  const yearAt = (moment: number | null): number | null | undefined => {
    if (moment === null) return null
    const year = new Date(moment).getUTCFullYear()
    return startOfYear(year) === moment ? year : undefined
  }
  const [first, after] = [yearAt(from), yearAt(to)]
  if (first === undefined || after === undefined) return null
  return { from: first, to: after === null ? null : after - 1 }
}
