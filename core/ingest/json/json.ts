import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { hasHeader } from '../layout/detect-header.ts'
import { detectEncoding } from '../encoding/detect-encoding.ts'
import { encodings } from '../encoding/registry.ts'
import { readHead, sampleText, textBytes } from '../encoding/text-bytes.ts'
import type { Budget } from '../../budget.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { IngestReport } from '../ingest-report.ts'
import { readWhole } from '../read-whole.ts'
import type { OpenedFile, Reader, Reading, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { openRows, type RowChunks, RowSurvey, type RowsReport } from '../rows/open-rows.ts'
import { type ListInDocument, listIn } from './find-list.ts'
import { JsonRows, mostColumns, TooManyColumns } from './json-rows.ts'
import { JsonText } from './json-text.ts'
import { type JsonForm, splitRecords } from './split-records.ts'

const headSize = 1 << 18
/** A document that is one object is read whole, to find its list. */
const mostDocument = 32_000_000

const textOf = (head: Uint8Array): string =>
  new TextDecoder('utf-8').decode(sampleText(head, detectEncoding(head))).trimStart()

function isValue(text: string): boolean {
  try {
    const json = new JsonText(text)
    json.skip(0)
    return json.peek() === ''
  } catch {
    return false
  }
}

/** One record a line, when the first line is a whole value and another follows; else a list, or one object. */
function formOf(text: string): JsonForm | 'object' {
  const end = text.indexOf('\n')
  const first = end < 0 ? text : text.slice(0, end)
  if (end >= 0 && text.slice(end).trim() !== '' && isValue(first)) return 'lines'
  return text.startsWith('[') ? 'list' : 'object'
}

/** The bytes of a file's records, and how they stand. */
type Records = {
  readonly form: JsonForm
  readonly encoding: string
  readonly bytes: () => AsyncIterable<Uint8Array>
  /** The list that is read of a document, and those that could be. */
  readonly document: ListInDocument | null
}

async function recordsOf(
  file: FileInput,
  wanted: string | number | undefined,
  budget: Budget,
): Promise<Result<Records>> {
  const head = await readHead(file, headSize)
  const encoding = detectEncoding(head)
  const { title } = encodings[encoding.id]
  const form = formOf(textOf(head))
  if (form !== 'object') return ok({ form, encoding: title, bytes: () => textBytes(file, encoding), document: null })
  if (file.size > mostDocument) {
    const reason = 'it is one object of more than 32 MB'
    return fail('file/broken', { name: file.name, kind: 'a table', reason })
  }
  const whole = await readWhole(file)
  const text = textOf(whole)
  const document = await listIn(text, wanted, budget)
  if (document === null) {
    const sheets = (await listIn(text, undefined, budget))?.lists.map(({ name }) => name) ?? []
    return fail('file/no-sheet', { name: file.name, sheet: String(wanted), sheets })
  }
  const list = new TextEncoder().encode(document.text)
  return ok({
    form: 'list',
    encoding: title,
    document,
    bytes: async function* () {
      yield list
    },
  })
}

/** What the first reading finds: every column, and whether the first row names them. */
type Surveyed = { readonly rows: JsonRows; readonly survey: RowSurvey; readonly headers: readonly string[] }

/** Lists may have a header, as their first rows show; objects bring their names along. */
async function findHeader(rows: JsonRows, texts: AsyncIterable<string[]>, form: JsonForm): Promise<readonly string[]> {
  const records: string[][] = []
  for await (const chunk of rows.read(texts, form)) {
    if (chunk.length > 0 && rows.shape !== 'lists') return []
    for (const row of chunk.slice(0, sampleSize)) records.push(row.map((text) => text?.slice(0, longestExample) ?? ''))
    if (records.length >= sampleSize) break
  }
  const first = records.slice(0, sampleSize)
  return hasHeader(first) ? (first[0] ?? []) : []
}

const sampleSize = 200
/** Of a value, so much is looked at to find the header. */
const longestExample = 1000

async function surveyRecords(
  texts: () => AsyncIterable<string[]>,
  form: JsonForm,
  { signal, choices = {}, budget }: Reading,
): Promise<Surveyed | 'stopped'> {
  const [rows, survey] = [new JsonRows(choices.explode), new RowSurvey(budget.pass())]
  const header = await findHeader(rows.again(), texts(), form)
  let skips = header.length > 0
  for await (const chunk of rows.read(texts(), form)) {
    if (signal?.aborted) return 'stopped'
    if (chunk.length === 0) continue
    await survey.add(skips ? chunk.slice(1) : chunk)
    skips = false
  }
  return { rows, survey, headers: rows.shape === 'lists' ? header : rows.names }
}

/** The rows once more, without the header that a list of lists has. */
async function* valuesOf(chunks: RowChunks, hasHeaderRow: boolean): RowChunks {
  let skips = hasHeaderRow
  for await (const chunk of chunks) {
    yield skips ? chunk.slice(1) : chunk
    if (chunk.length > 0) skips = false
  }
}

async function openRecords(file: FileInput, records: Records, options: Reading): Promise<Result<OpenedFile>> {
  const { name } = file
  const { form, encoding } = records
  const split = (): AsyncIterable<string[]> => splitRecords(records.bytes(), form, options.budget)
  const surveyed = await surveyRecords(split, form, options)
  if (surveyed === 'stopped') return fail('file/stopped', { name })
  const { rows, survey, headers } = surveyed
  if (survey.evidence.length === 0) return fail('file/no-rows', { name })
  let reading = rows
  const values = (): RowChunks => {
    reading = rows.again()
    return valuesOf(reading.read(split(), form), rows.shape === 'lists' && headers.length > 0)
  }
  const report = (): RowsReport => ({ encoding, ...reading.report() })
  const opened = openRows({ headers, evidence: survey.evidence, units: new Map(), rows: values, report }, options)
  return ok({ ...opened, report: () => withParts(opened.report(), records.document) })
}

/** What is said of a list that was one of several in its document. */
function withParts(report: IngestReport, document: ListInDocument | null): IngestReport {
  if (document === null || document.name === null) return report
  const { name, lists } = document
  const others = lists.filter((list) => list.name !== name).map((list) => `“${list.name}”`)
  const shown = others.slice(0, 12).join(', ') + (others.length > 12 ? ' and more' : '')
  return {
    ...report,
    notes: [
      ...(others.length > 0 ? [`This is the list “${name}”; the document also has ${shown}.`] : []),
      ...report.notes,
    ],
    parts: lists.map((list) => ({ name: list.name, rows: list.count })),
    part: name,
  }
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name } = file
  const { budget = fileBudget(file) } = options
  // A document that breaks off or goes wrong throws where it does; opening reads it to its end.
  try {
    const records = await recordsOf(file, options.choices?.sheet, budget)
    return records.ok ? await openRecords(file, records.value, { ...options, budget }) : records
  } catch (error) {
    return error instanceof TooManyColumns
      ? fail('file/too-many-columns', { name, columns: mostColumns + 1, limit: mostColumns })
      : broken(name, 'JSON', error)
  }
}

/** JSON: a list of objects or of lists, one value a line, or one object with such a list in it. */
export const json: Reader = {
  title: 'JSON',
  extensions: ['json', 'ndjson', 'jsonl', 'geojson'],
  sniff: (head) => /^(\[\s*([[{"\d\-\]]|true|false|null)|\{\s*["}])/.test(textOf(head.subarray(0, 4096))),
  readsByPlaces: false,
  open,
}
