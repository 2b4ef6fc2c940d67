import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { ReadChoices } from '../choices.ts'
import { type DetectedEncoding, detectEncoding } from '../encoding/detect-encoding.ts'
import { readHead, sampleText, textBytes } from '../encoding/text-bytes.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { knownKind } from '../signatures.ts'
import { RecordTooLong } from './blocks.ts'
import { boundsOf } from './bounds.ts'
import { layOut } from './lay-out.ts'
import type { Layout } from './layout.ts'
import { textAfter } from './lines.ts'
import { openLaidOut } from './open-laid-out.ts'
import { Outline } from './outline.ts'
import { surveyFile, type Survey } from './survey.ts'

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

type Head = { readonly bytes: Uint8Array; readonly isWhole: boolean }

function layOutHead({ bytes, isWhole }: Head, encoding: DetectedEncoding, choices: ReadChoices): Layout {
  const text = sampleText(bytes, encoding).subarray(0, sampleSize)
  return layOut({ text, isWhole: isWhole && text.length < sampleSize, encoding }, choices)
}

/** The layout of a table that begins on a later line of the file. */
async function layOutFrom(file: FileInput, line: number, before: Layout, choices: ReadChoices): Promise<Layout> {
  const { encoding } = before
  const { newline } = before.dialect
  const text = await textAfter(textBytes(file, encoding), { lines: line - 1, newline, atMost: sampleSize })
  const layout = layOut({ text, isWhole: text.length < sampleSize, encoding }, { ...choices, skippedLines: 0 })
  return { ...layout, dialect: { ...layout.dialect, skippedLines: line - 1 } }
}

/** The layout as the outline of the whole file shows it, and whether it is what it was taken to be. */
async function relaid(
  file: FileInput,
  layout: Layout,
  outline: Outline,
  choices: ReadChoices,
): Promise<{ readonly layout: Layout; readonly isSame: boolean }> {
  const bounds = boundsOf(outline, choices)
  const isSame = bounds.table === 0 && bounds.endLine === Number.POSITIVE_INFINITY && bounds.repeated.size === 0
  const line = bounds.tables[bounds.table]?.line ?? 1
  const own = bounds.table === 0 ? layout : await layOutFrom(file, line, layout, choices)
  return { layout: { ...own, bounds }, isSame }
}

type Surveyed = { readonly layout: Layout; readonly survey: Survey }

const mostTurns = 4

/** Surveys the file, and again where what comes after the head shows another encoding, or other tables and footers. */
async function surveyed(file: FileInput, head: Head, options: ReadOptions): Promise<Result<Surveyed>> {
  const { choices = {}, signal } = options
  let layout = layOutHead(head, detectEncoding(head.bytes), choices)
  let isOutlined = false
  for (let turn = 0; turn < mostTurns; turn++) {
    if (layout.width > mostColumns) {
      return fail('file/too-many-columns', { name: file.name, columns: layout.width, limit: mostColumns })
    }
    const outline: Outline | null = isOutlined ? null : new Outline(layout.headerRecords)
    let bytes = 0
    const survey = await surveyFile(file, layout, {
      signal,
      outline,
      bytes: (count) => {
        bytes += count
        options.progress?.(Math.min(1, bytes / Math.max(1, file.size)) * surveyShare)
      },
    })
    if (survey === null) return fail('file/stopped', { name: file.name })
    if (survey.encoding !== layout.encoding.id) {
      layout = layOutHead(head, { id: survey.encoding, mark: layout.encoding.mark, why: null }, choices)
      continue
    }
    const settled = outline === null ? { layout, isSame: true } : await relaid(file, layout, outline, choices)
    if (settled.isSame) return ok({ layout: settled.layout, survey })
    layout = settled.layout
    isOutlined = true
  }
  throw new Error('A file settles within a few readings.')
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const bytes = await readHead(file, headSize)
  const isWhole = bytes.length === file.size
  if (isWhole && isBlank(bytes)) return fail('file/empty', { name: file.name })
  const found = await surveyed(file, { bytes, isWhole }, options)
  return found.ok ? ok(openLaidOut(file, found.value, options)) : found
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
