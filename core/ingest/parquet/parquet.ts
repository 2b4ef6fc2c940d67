import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { type OpenedParquet, openParquet } from '../../table/open-parquet.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import { openTyped } from '../open-typed.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'

const kind = 'a Parquet file'
const mostColumns = 4096

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

const notesOn = ({ tooLong, lists }: OpenedParquet): string[] => [
  ...(tooLong.length > 0
    ? [`${named(tooLong)}: numbers with more digits than can be computed with exactly, kept as text.`]
    : []),
  ...(lists.length > 0 ? [`${named(lists)}: lists and maps are kept as text.`] : []),
]

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name, size, slice } = file
  const { budget = fileBudget(file) } = options
  try {
    const parquet = await openParquet({ byteLength: size, slice }, budget)
    const columns = parquet.fields.length
    if (columns === 0) return fail('file/no-rows', { name })
    if (columns > mostColumns) return fail('file/too-many-columns', { name, columns, limit: mostColumns })
    return ok(openTyped({ name, kind, ...parquet, notes: notesOn(parquet) }, { ...options, budget }))
  } catch (error) {
    return broken(name, kind, error)
  }
}

const startsWith = (head: Uint8Array, text: string): boolean =>
  Array.from(text).every((letter, at) => head[at] === letter.charCodeAt(0))

/** Parquet: its columns have types already. */
export const parquet: Reader = {
  title: 'Parquet',
  extensions: ['parquet', 'pq', 'parq'],
  sniff: (head) => startsWith(head, 'PAR1') || startsWith(head, 'PARE'),
  readsByPlaces: true,
  open,
}
