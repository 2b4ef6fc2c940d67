import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { ReadFile } from '../engine/read-file.ts'

/** What this browser keeps of a dataset from one visit to the next. */
export type LocalRecord = {
  readonly id: string
  /** The account it was loaded under; null where none was known yet. */
  readonly owner: string | null
  readonly name: string
  readonly fileName: string
  /** Bytes of the file, and its time on the disk it came from: enough to know it again. */
  readonly size: number
  readonly lastModified: number
  readonly loadedAt: string
  /** The file itself, until the server has it. */
  readonly file: Blob | null
  /** Null while it is still being read. */
  readonly read: ReadFile | null
  readonly dashboard: string
  /** The dashboard as it is now; null when it was deleted. */
  readonly document: Dashboard | null
  /** When the server had read it; null before. Another moment there means another version. */
  readonly servedAt: string | null
}

const mostRecords = 12
const mostBytes = 400_000_000

const bytesOf = ({ file, read }: LocalRecord): number => (file?.size ?? 0) + (read?.parquet.size ?? 0)

/** The records to let go of, so that the rest stays within bounds: oldest first, and never one the server has not. */
export function surplus(records: readonly LocalRecord[]): readonly LocalRecord[] {
  const newestFirst = records.toSorted((a, b) => b.loadedAt.localeCompare(a.loadedAt))
  let bytes = 0
  return newestFirst.filter((record, at) => {
    bytes += bytesOf(record)
    return record.servedAt !== null && (at >= mostRecords || bytes > mostBytes)
  })
}
