import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { Reader } from './reader.ts'
import { knownKind } from './signatures.ts'
import { ownValue } from '../own-value.ts'

/** The lower-case ending of a file's name, without its dot; empty for none. */
export const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

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
  numbers: 'a Numbers spreadsheet',
  docx: 'a Word document',
  doc: 'a Word document',
  pptx: 'a PowerPoint presentation',
  ppt: 'a PowerPoint presentation',
}

/** What people may bring, the most usual first, for a sentence. */
const accepted = 'CSV, Excel, JSON, Parquet, Arrow or SQLite'

/** The id of the reader that fits the first bytes, by preference one that also fits the name. */
export function chooseId<Id extends string>(
  readers: Readonly<Record<Id, Reader>>,
  name: string,
  head: Uint8Array,
): Result<Id> {
  const extension = extensionOf(name)
  const ids = Object.keys(readers) as Id[]
  const fitting = ids.filter((id) => readers[id].sniff(head))
  const chosen = fitting.find((id) => readers[id].extensions.includes(extension)) ?? fitting[0]
  if (chosen === undefined)
    return fail('file/wrong-kind', {
      name,
      found: ownValue(relatives, extension) ?? knownKind(head) ?? 'a binary file',
      accepted,
    })
  const isNamed = readers[chosen].extensions.includes(extension)
  const foreign = ownValue(relatives, extension) ?? (foreignExtensions.has(extension) ? `a .${extension} file` : null)
  if (!isNamed && foreign !== null) return fail('file/wrong-kind', { name, found: foreign, accepted })
  return ok(chosen)
}

/** The reader among some that fits a file. */
export function chooseAmong(readers: Readonly<Record<string, Reader>>, name: string, head: Uint8Array): Result<Reader> {
  const id = chooseId(readers, name, head)
  const reader = id.ok ? readers[id.value] : undefined
  return id.ok && reader !== undefined ? ok(reader) : (id as Result<never>)
}
