import type { Dashboard } from '#core/dashboard/dashboard.ts'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { ReadFile } from '../engine/read-file.ts'

/** The stored form of a local dataset. */
export type LocalRecord = {
  readonly id: string
  /** The account that loaded it; null if unknown. */
  readonly owner: string | null
  readonly name: string
  readonly fileName: string
  /** Bytes and modification time of the file, which identify it. */
  readonly size: number
  readonly lastModified: number
  readonly loadedAt: string
  /** What was decided about reading it; missing in records of earlier programs. */
  readonly choices?: ReadChoices | null
  /** The file itself, until the server has it; longer where other parts of it may become datasets. */
  readonly file: Blob | null
  /** Null while the file is being read. */
  readonly read: ReadFile | null
  readonly dashboard: string
  /** The current dashboard; null if deleted. */
  readonly document: Dashboard | null
  /** When the server read it; null before. A different time means another version. */
  readonly servedAt: string | null
}

const mostRecords = 12
const mostBytes = 400_000_000

const bytesOf = ({ file, read }: LocalRecord): number => (file?.size ?? 0) + (read?.parquet.size ?? 0)

/** Records to evict, oldest first; never those that the server lacks. */
export function surplus(records: readonly LocalRecord[]): readonly LocalRecord[] {
  const newestFirst = records.toSorted((a, b) => b.loadedAt.localeCompare(a.loadedAt))
  let bytes = 0
  return newestFirst.filter((record, at) => {
    bytes += bytesOf(record)
    return record.servedAt !== null && (at >= mostRecords || bytes > mostBytes)
  })
}
