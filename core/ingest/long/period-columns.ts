import type { PeriodColumns } from '../ingest-report.ts'

/** How names of periods are written, and what such a period is called. */
const forms: readonly (readonly [form: RegExp, period: string])[] = [
  [/^(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?([ \-/]?'?(\d\d|(19|20)\d\d))?$/i, 'Month'],
  [
    /^(january|february|march|april|june|july|august|september|october|november|december)([ \-/](19|20)\d\d)?$/i,
    'Month',
  ],
  [/^(19|20)\d\d[-/ ](0?[1-9]|1[0-2])$/, 'Month'],
  [/^(0?[1-9]|1[0-2])[-/](19|20)\d\d$/, 'Month'],
  [/^(FY|CY)? ?(19|20)\d\d$/i, 'Year'],
  [/^((19|20)\d\d[ -]?Q[1-4]|Q[1-4]([ \-/]?'?(\d\d|(19|20)\d\d))?)$/i, 'Quarter'],
  [/^(week|wk|w|kw) ?\d{1,2}$/i, 'Week'],
  [/^(19|20)\d\d-(0[1-9]|1[0-2])-[0-3]\d$/, 'Day'],
]

/** Fewer columns of one form may be a chance. */
const fewest = 3

/** The columns that are named by periods of one kind, such as a month each; null where there are none. */
export function periodColumns(names: readonly string[]): PeriodColumns | null {
  for (const period of new Set(forms.map(([, period]) => period))) {
    const own = forms.filter((form) => form[1] === period)
    const columns = names.filter((name) => own.some(([form]) => form.test(name.trim())))
    if (columns.length >= fewest && columns.length < names.length) return { period, columns }
  }
  return null
}
