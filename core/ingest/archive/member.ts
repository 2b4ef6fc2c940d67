import type { FileInput } from '../file-input.ts'
import { readHead } from '../encoding/text-bytes.ts'
import { memoryFile } from '../memory-file.ts'
import { chooseAmong } from '../choose-reader.ts'
import type { Reader, ReadOptions, OpenedFile } from '../reader.ts'
import { tableReaders } from '../table-readers.ts'
import { fail } from '../../errors.ts'
import type { Result } from '../../result.ts'

/** A file inside an archive: it can only be read from its beginning. */
export type Member = {
  readonly name: string
  /** As the archive says. */
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/** A member of a kind that is read by places is unpacked into memory, if it is no larger than this. */
const mostInMemory = 64_000_000
const headSize = 1 << 16

/** A file that is opened only; who asks for places has chosen the wrong way to read it. */
const streamed = (member: Member): FileInput => ({
  ...member,
  slice: () => Promise.reject(new Error('it can only be read from its beginning')),
})

async function unpacked({ name, size, open }: Member): Promise<FileInput> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of open()) {
    length += part.length
    if (Math.max(length, size) > mostInMemory)
      throw new Error('it holds a file that must be unpacked before it is read')
    parts.push(part)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return memoryFile(name, whole)
}

/** The reader for a member, by its name and first bytes. */
export async function readerOfMember(member: Member): Promise<Result<Reader>> {
  const head = await readHead(streamed(member), headSize)
  if (head.length === 0) return fail('file/empty', { name: member.name })
  return chooseAmong(tableReaders, member.name, head)
}

export async function openMember(member: Member, reader: Reader, options: ReadOptions): Promise<Result<OpenedFile>> {
  return reader.open(reader.readsByPlaces ? await unpacked(member) : streamed(member), options)
}
