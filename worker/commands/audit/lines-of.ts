import type { Audit, NamedEvent, Search } from '../../db/audit.ts'
import { toWireAuditEvent } from '../../wire/audit.ts'

const [pageSize, mostPages] = [500, 200]

const columns = [
  'number',
  'at',
  'user',
  'name',
  'session',
  'address',
  'command',
  'effect',
  'object',
  'objectId',
  'dataset',
  'version',
  'rows',
  'before',
  'after',
  'outcome',
  'hash',
] as const

/** A cell of CSV; what a spreadsheet would take for a formula gets an apostrophe. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

function lineOf(event: NamedEvent, format: 'csv' | 'ndjson'): string {
  const told = toWireAuditEvent(event)
  return format === 'csv' ? `${columns.map((name) => cellOf(told[name])).join(',')}\r\n` : `${JSON.stringify(told)}\n`
}

/** Events as lines of a file, read page by page while it is sent. */
export function linesOf(audit: Audit, search: Search, format: 'csv' | 'ndjson'): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let [before, pages] = [search.before, 0]
  return new ReadableStream({
    start(controller) {
      if (format === 'csv') controller.enqueue(encoder.encode(`${columns.join(',')}\r\n`))
    },
    async pull(controller) {
      const page = await audit.search({ ...search, before }, pageSize)
      if (page.length > 0) controller.enqueue(encoder.encode(page.map((event) => lineOf(event, format)).join('')))
      before = page.at(-1)?.number
      pages += 1
      if (page.length < pageSize || pages === mostPages) controller.close()
    },
  })
}
