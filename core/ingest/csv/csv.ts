import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { detectEncoding } from '../encoding/detect-encoding.ts'
import { readHead, sampleText } from '../encoding/text-bytes.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { knownKind } from '../signatures.ts'
import { RecordTooLong } from './blocks.ts'
import { detectDialect } from './detect-dialect.ts'
import { hasHeader } from './detect-header.ts'
import { openLaidOut } from './open-laid-out.ts'
import { sampleRecords } from './sample.ts'
import { type Layout, surveyFile, type Survey } from './survey.ts'

const headSize = 1 << 18
/** Of the head, so much is cut into records to find the layout. */
const sampleSize = 1 << 17
const mostColumns = 4096
/** Of the work of loading a file, about this share is the first reading. */
const surveyShare = 0.3

/** Text has few characters below space but tabs, line ends and the odd form feed; a stray NUL is forgiven. */
function looksLikeText(head: Uint8Array): boolean {
  if (knownKind(head) !== null) return false
  if (detectEncoding(head).id.startsWith('utf-16')) return true
  const strange = head.reduce(
    (count, byte) =>
      count + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27 ? 1 : 0),
    0,
  )
  return strange <= Math.max(2, head.length * 0.02)
}

const byteOrderMarks = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe])

/** Nothing but spaces, line ends and a byte order mark: no name and no value. */
const isBlank = (head: Uint8Array): boolean =>
  head.every((byte, at) => byte <= 32 || (at < 3 && byteOrderMarks.has(byte)))

/** The number of cells that most records have, or the header's where that is more. */
function widthOf(records: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of records.slice(1)) counts.set(length, (counts.get(length) ?? 0) + 1)
  const header = records[0]?.length ?? 1
  let [usual, most] = [header, counts.get(header) ?? 0]
  for (const [length, count] of counts) if (count > most) [usual, most] = [length, count]
  return Math.max(header, usual)
}

/** Cells after the header's last that are empty in every sampled record are no columns but trailing delimiters. */
function withoutTrailing(records: readonly (readonly string[])[], width: number): number {
  const header = records[0]?.length ?? width
  let kept = width
  while (kept > header && records.every((record) => (record[kept - 1] ?? '') === '')) kept--
  return kept
}

function layOut(
  head: Uint8Array,
  isWhole: boolean,
  encoding: Layout['encoding'],
): Layout & { readonly first: readonly string[] } {
  const text = sampleText(head, encoding).subarray(0, sampleSize)
  const endsHere = isWhole && text.length < sampleSize
  const dialect = detectDialect(text, endsHere)
  const records = sampleRecords(text, dialect, endsHere)
  const width = withoutTrailing(records, widthOf(records))
  return { encoding, dialect, hasHeader: hasHeader(records), width, first: records[0] ?? [] }
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const head = await readHead(file, headSize)
  const isWhole = head.length === file.size
  if (isWhole && isBlank(head)) return fail('file/empty', { name: file.name })
  let layout = layOut(head, isWhole, detectEncoding(head))
  const progress = (share: number): void => options.progress?.(share * surveyShare)
  let survey: Survey | null = null
  // A second survey is needed only where bytes after the head show another 8-bit encoding.
  for (let turn = 0; turn < 2; turn++) {
    if (layout.width > mostColumns) {
      return fail('file/too-many-columns', { name: file.name, columns: layout.width, limit: mostColumns })
    }
    let bytes = 0
    survey = await surveyFile(file, layout, {
      signal: options.signal,
      bytes: (count) => {
        bytes += count
        progress(Math.min(1, bytes / Math.max(1, file.size)))
      },
    })
    if (survey === null) return fail('file/stopped', { name: file.name })
    if (survey.encoding === layout.encoding.id) break
    layout = layOut(head, isWhole, { id: survey.encoding, mark: layout.encoding.mark })
  }
  if (survey === null) throw new Error('A file is surveyed at least once.')
  return ok(openLaidOut(file, { layout, survey, headers: layout.hasHeader ? layout.first : [] }, options))
}

/** The first reading meets every record, so the second one meets none that is too long. */
async function openOrRefuse(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  try {
    return await open(file, options)
  } catch (error) {
    if (!(error instanceof RecordTooLong)) throw error
    return fail('file/record-too-long', { name: file.name, megabytes: error.megabytes })
  }
}

/** Text with one record a line and cells between delimiters, whatever the delimiter. */
export const csv: Reader = {
  title: 'CSV',
  extensions: ['csv', 'tsv', 'tab', 'txt', 'psv', 'dat'],
  sniff: looksLikeText,
  readsByPlaces: false,
  open: openOrRefuse,
}
