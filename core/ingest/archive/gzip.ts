import type { Result } from '../../result.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { gunzip } from './gunzip.ts'
import { type Member, openMember, readerOfMember } from './member.ts'

const kind = 'a gzip archive'

/** The name without what tells that it is packed. */
const innerName = (name: string): string => name.replace(/\.(gz|gzip|bgz)$/i, '').replace(/\.tgz$/i, '.tar')

/** The last four bytes say how long the contents are, unless those are several, or longer than 4 GB. */
async function unpackedSize({ size, slice }: FileInput): Promise<number> {
  if (size < 18) return 0
  return new DataView(await slice(size - 4, size)).getUint32(0, true)
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  try {
    const { budget = fileBudget(file) } = options
    const size = await unpackedSize(file)
    const member: Member = { name: innerName(file.name), size, open: () => gunzip(file.open(), budget.pass()) }
    const reader = await readerOfMember(member)
    return reader.ok ? await openMember(member, reader.value, { ...options, budget }) : reader
  } catch (error) {
    return broken(file.name, kind, error)
  }
}

/** One file packed by gzip: read as what it holds. */
export const gzip: Reader = {
  title: 'gzip',
  extensions: ['gz', 'gzip', 'bgz', 'tgz'],
  sniff: (head) => head[0] === 0x1f && head[1] === 0x8b && head[2] === 8,
  readsByPlaces: false,
  open,
}
