import { memoryFile } from '#core/ingest/memory-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import type { Bomb, BombKind } from './bomb.ts'
import type { Random } from '../random.ts'

/** A file, and the size of the pieces in which it arrives. */
export type BombFile = { readonly name: string; readonly bytes: Uint8Array }

const pieceSizes = [1 << 14, 1 << 16, 1 << 19] as const

/** A file that is loaded as an upload is. */
export function fileBomb(label: string, { name, bytes }: BombFile, random: Random): Bomb {
  const file = memoryFile(name, bytes, random.pick(pieceSizes))
  return {
    label: `${label} (${name}, ${bytes.length} bytes)`,
    run: (pause) => loadFile(file, { write: () => {}, progress: () => {}, pause }),
  }
}

export type FileKind = (random: Random, size: number) => BombFile

export const asBombs = (kinds: Readonly<Record<string, FileKind>>): Readonly<Record<string, BombKind>> =>
  Object.fromEntries(
    Object.entries(kinds).map(([label, make]) => [
      label,
      (random: Random, size: number) => fileBomb(label, make(random, size), random),
    ]),
  )
