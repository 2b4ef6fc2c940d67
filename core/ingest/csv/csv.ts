import { OverBudget } from '../../budget.ts'
import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import type { ReadChoices } from '../choices.ts'
import { type DetectedEncoding, detectEncoding, encodingOf } from '../encoding/detect-encoding.ts'
import { readHead, textBytes } from '../encoding/text-bytes.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, Reading, ReadOptions } from '../reader.ts'
import { knownKind } from '../signatures.ts'
import { RecordTooLong } from './blocks.ts'
import { type Bounds, boundsOf, endedAt, isWholeFile } from '../layout/bounds.ts'
import { beginningOf, layOut, layOutTable, sampleSize } from './lay-out.ts'
import type { Layout } from './layout.ts'
import { textAfter } from './lines.ts'
import { openLaidOut } from './open-laid-out.ts'
import { Outline } from '../layout/outline.ts'
import { habitsOf } from '../types/column-plan.ts'
import { totalsIn } from './read-totals.ts'
import { surveyFile, surveyShare, type Survey } from './survey.ts'

const headSize = 1 << 18
const mostColumns = 4096

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

const layOutHead = ({ bytes, isWhole }: Head, encoding: DetectedEncoding, choices: ReadChoices): Layout =>
  layOut(beginningOf(bytes, isWhole, encoding), choices)

/** The layout of the table that the outline of the whole file shows, or null where that is all of the file, as it was taken to be. */
async function relaid(
  file: FileInput,
  head: Head,
  layout: Layout,
  { bounds, choices }: { readonly bounds: Bounds; readonly choices: ReadChoices },
): Promise<Layout | null> {
  if (isWholeFile(bounds)) return null
  const { encoding } = layout
  if (bounds.table === 0) {
    return layOutTable(beginningOf(head.bytes, head.isWhole, encoding), layout, bounds, choices)
  }
  const { newline } = layout.dialect
  const lines = (bounds.tables[bounds.table]?.line ?? 1) - 1
  const text = await textAfter(textBytes(file, encoding), { lines, newline, atMost: sampleSize })
  return layOutTable({ text, isWhole: text.length < sampleSize, encoding }, layout, bounds, choices)
}

type Surveyed = { readonly layout: Layout; readonly survey: Survey }

const mostTurns = 4

/** Surveys the file, and again where what comes after the head shows another encoding, or other tables and footers. */
async function surveyed(file: FileInput, head: Head, options: Reading): Promise<Result<Surveyed>> {
  const { choices = {}, signal, budget } = options
  let layout = layOutHead(head, encodingOf(head.bytes, choices.encoding), choices)
  let isOutlined = false
  let judgesEncoding = choices.encoding === undefined || layout.encoding.id === 'utf-8'
  for (let turn = 0; turn < mostTurns; turn++) {
    if (layout.width > mostColumns) {
      return fail('file/too-many-columns', { name: file.name, columns: layout.width, limit: mostColumns })
    }
    const outline: Outline | null = isOutlined ? null : new Outline(layout.headerRecords.length)
    let bytes = 0
    const survey = await surveyFile(file, layout, {
      budget: budget.pass(),
      signal,
      outline,
      judgesEncoding,
      bytes: (count) => {
        bytes += count
        options.progress?.(Math.min(1, bytes / Math.max(1, file.size)) * surveyShare)
      },
    })
    if (survey === null) return fail('file/stopped', { name: file.name })
    judgesEncoding = false
    if (survey.encoding.id !== layout.encoding.id) {
      layout = layOutHead(head, survey.encoding, choices)
      continue
    }
    if (outline === null) return ok({ layout, survey })
    const outlined = boundsOf(outline, choices)
    const { mark } = habitsOf(survey.evidence, choices)
    const totals =
      options.keepsTotals === true ? null : await totalsIn(file, layout, outlined, { mark, budget: budget.pass() })
    const bounds = endedAt(outlined.bounds, totals)
    const next = await relaid(file, head, layout, { bounds, choices })
    if (next === null) return ok({ layout: { ...layout, bounds }, survey })
    layout = next
    isOutlined = true
  }
  throw new Error('A file settles within a few readings.')
}

async function open(file: FileInput, options: Reading): Promise<Result<OpenedFile>> {
  const bytes = await readHead(file, headSize)
  const isWhole = bytes.length === file.size
  if (isWhole && isBlank(bytes)) return fail('file/empty', { name: file.name })
  const found = await surveyed(file, { bytes, isWhole }, options)
  return found.ok ? ok(openLaidOut(file, found.value, options)) : found
}

/** The first reading meets every record, so the second one meets none that is too long. */
async function openOrRefuse(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  try {
    return await open(file, { ...options, budget: options.budget ?? fileBudget(file) })
  } catch (error) {
    if (error instanceof OverBudget) return { ok: false, error: error.failure }
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
