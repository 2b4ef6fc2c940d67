import type { Result } from '../../result.ts'
import { readTable, type TableText, writeTable } from '../../table/table-text.ts'
import type { Refused } from '../gate/refused.ts'
import type { SqlPage } from './host.ts'

type PageText = TableText & { readonly total: number; readonly isCut: boolean }

/** A page of a result, or why there is none, as text between a process and its server: only its own cells travel. */
export function writePage(page: Result<SqlPage, Refused>): string {
  if (!page.ok) return JSON.stringify(page)
  const { table, total, isCut } = page.value
  const value: PageText = { ...writeTable(table), total, isCut }
  return JSON.stringify({ ok: true, value })
}

/** Reads what `writePage` of the same build has written. */
export function readPage(text: string): Result<SqlPage, Refused> {
  const page = JSON.parse(text) as Result<PageText, Refused>
  if (!page.ok) return page
  const { total, isCut, ...table } = page.value
  return { ok: true, value: { table: readTable(table), total, isCut } }
}
