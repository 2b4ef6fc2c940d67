import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { chooseId } from './choose-reader.ts'
import { readHead } from './encoding/text-bytes.ts'
import type { FileInput } from './file-input.ts'
import type { Reader } from './reader.ts'
import { type ReaderId, readers } from './registry.ts'

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const

function sizeInWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000))))
  const scaled = bytes / 1000 ** power
  return `${scaled.toFixed(scaled < 10 && power > 0 ? 1 : 0)} ${units[power]}`
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
  const found = chooseId(readers, name, head)
  return found.ok ? ok({ format: found.value }) : found
}

const headSize = 1 << 16

/** The reader for a file that is at hand. */
export async function chooseReader(file: FileInput): Promise<Result<Reader>> {
  const head = await readHead(file, headSize)
  const checked = checkFile(file.name, file.size, head, Number.POSITIVE_INFINITY)
  return checked.ok ? ok(readers[checked.value.format]) : checked
}
