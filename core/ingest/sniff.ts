import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { readHead } from './encoding/text-bytes.ts'
import type { FileInput } from './file-input.ts'
import type { Reader } from './reader.ts'
import { type ReaderId, readers } from './registry.ts'
import { knownKind } from './signatures.ts'

const entries = Object.entries(readers) as readonly (readonly [ReaderId, Reader])[]
const accepted = entries.map(([, reader]) => reader.title).join(', ')

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

function sizeInWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000))))
  const scaled = bytes / 1000 ** power
  return `${scaled.toFixed(scaled < 10 && power > 0 ? 1 : 0)} ${units[power]}`
}

/** The lower-case ending of a file's name, without its dot; empty for none. */
const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Text that is certainly not a delimited table, whatever it contains. */
const foreignExtensions: ReadonlySet<string> = new Set([
  'html',
  'htm',
  'xml',
  'js',
  'ts',
  'css',
  'md',
  'svg',
  'sql',
  'py',
])

/** Files that begin as workbooks do and are none that can be read, by the endings people know them by. */
const relatives: Readonly<Record<string, string>> = {
  xlsb: 'an Excel binary workbook',
  ods: 'an OpenDocument spreadsheet',
  numbers: 'a Numbers spreadsheet',
  docx: 'a Word document',
  doc: 'a Word document',
  pptx: 'a PowerPoint presentation',
  ppt: 'a PowerPoint presentation',
  zip: 'a zip archive',
}

/** The reader that fits the first bytes, by preference one that also fits the name. */
function readerFor(name: string, head: Uint8Array): Result<ReaderId> {
  const extension = extensionOf(name)
  const fitting = entries.filter(([, reader]) => reader.sniff(head))
  const chosen = fitting.find(([, reader]) => reader.extensions.includes(extension)) ?? fitting[0]
  if (chosen === undefined)
    return fail('file/wrong-kind', {
      name,
      found: relatives[extension] ?? knownKind(head) ?? 'a binary file',
      accepted,
    })
  const isNamed = chosen[1].extensions.includes(extension)
  const foreign = relatives[extension] ?? (foreignExtensions.has(extension) ? `a .${extension} file` : null)
  if (!isNamed && foreign !== null) return fail('file/wrong-kind', { name, found: foreign, accepted })
  return ok(chosen[0])
}

/** Can this file be read, and by which reader? Judged by its size, its first bytes (64 KB are plenty) and its name. */
export function checkFile(
  name: string,
  size: number,
  head: Uint8Array,
  limit: number,
): Result<{ readonly format: ReaderId }> {
  if (size === 0 || head.length === 0) return fail('file/empty', { name })
  if (size > limit) return fail('file/too-large', { name, size: sizeInWords(size), limit: sizeInWords(limit) })
  const found = readerFor(name, head)
  return found.ok ? ok({ format: found.value }) : found
}

const headSize = 1 << 16

/** The reader for a file that is at hand. */
export async function chooseReader(file: FileInput): Promise<Result<Reader>> {
  const head = await readHead(file, headSize)
  const checked = checkFile(file.name, file.size, head, Number.POSITIVE_INFINITY)
  return checked.ok ? ok(readers[checked.value.format]) : checked
}
