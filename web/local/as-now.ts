import { dashboard } from '#core/dashboard/dashboard.ts'
import type { LocalRecord } from './record.ts'

/**
 * Migrates a record of an earlier program version: missing Query fields get defaults. Drops an unreadable dashboard
 * and keeps its dataset.
 */
export function asNow(record: LocalRecord): LocalRecord {
  if (record.document === null) return record
  const read = dashboard.safeParse(record.document)
  return { ...record, document: read.success ? read.data : null }
}
