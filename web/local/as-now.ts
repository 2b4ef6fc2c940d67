import { dashboard } from '#core/dashboard/dashboard.ts'
import type { LocalRecord } from './record.ts'

/**
 * A record of an earlier visit as this program would have written it: what the dashboard's Queries could not say then
 * gets its default. A dashboard that can no longer be read is let go of; its dataset stays.
 */
export function asNow(record: LocalRecord): LocalRecord {
  if (record.document === null) return record
  const read = dashboard.safeParse(record.document)
  return { ...record, document: read.success ? read.data : null }
}
