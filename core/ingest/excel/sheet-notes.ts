import type { AsidePart } from '../ingest-report.ts'
import type { AsideLines } from '../layout/aside-lines.ts'
import type { SheetLayout } from './sheet-layout.ts'
import type { Sheet, Workbook } from './workbook.ts'

const longest = 80
const mostQuoted = 10
const quoted = (text: string): string => `“${text.slice(0, longest)}”`

const said: readonly (readonly [part: AsidePart, one: string, many: string])[] = [
  ['footer', 'row of notes or totals is', 'rows of notes or totals are'],
  ['repeated header', 'row that repeats the header is', 'rows that repeat the header are'],
  ['other table', 'row of another table is', 'rows of other tables are'],
]

/** The rows that are not in the table, by what they are, each with its number in the sheet. */
function asideNotes(aside: AsideLines): string[] {
  const { counts, examples } = aside.found
  return said.flatMap(([part, one, many]) => {
    const count = counts[part]
    if (count === 0) return []
    const own = examples.filter((example) => example.part === part).slice(0, mostQuoted)
    const rows = own.map(({ line, text }) => `row ${line} ${quoted(text)}`).join(', ')
    const more = count > own.length ? ` and ${count - own.length} more` : ''
    return [`${count} ${count === 1 ? one : many} left out: ${rows}${more}.`]
  })
}

/** What a person should know of how a sheet was read. */
export function notesOnSheet({ sheets }: Workbook, sheet: Sheet, layout: SheetLayout, aside: AsideLines): string[] {
  const others = sheets.filter((one) => one !== sheet).map(({ name }) => `“${name}”`)
  const above = layout.above.map(quoted)
  const { tables, table } = layout.bounds
  return [
    ...(others.length > 0 ? [`This is the sheet “${sheet.name}”; the workbook also has ${others.join(', ')}.`] : []),
    ...(tables.length > 1
      ? [`The sheet has ${tables.length} tables; this is table ${table + 1}, from row ${tables[table]?.line ?? 1}.`]
      : []),
    ...(above.length > 0 ? [`Above the table stands ${above.join(', ')}, which is not part of it.`] : []),
    ...asideNotes(aside),
    ...(layout.headers.length > 0 ? [] : ['The sheet has no header; columns are named by their place.']),
  ]
}
