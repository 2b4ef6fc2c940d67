import type { Random } from '../random.ts'
import { archiveBombs } from './archives.ts'
import { binaryBombs } from './binaries.ts'
import type { Bomb, BombKind } from './bomb.ts'
import { cleaningBombs } from './cleaning.ts'
import { asBombs, type BombFile, type FileKind } from './file-bomb.ts'
import { formulaBombs } from './formulas.ts'
import { parquetBombs } from './parquet.ts'
import { textBombs } from './texts.ts'
import { workbookBombs } from './workbooks.ts'

const files: Readonly<Record<string, FileKind>> = { ...textBombs, ...workbookBombs, ...archiveBombs, ...binaryBombs }

/** Every kind of small input that wants to be large work. */
const kinds: Readonly<Record<string, BombKind>> = {
  ...asBombs(files),
  ...parquetBombs,
  ...formulaBombs,
  ...cleaningBombs,
}

const smallest = 1000

/** Every kind has its turn; sizes are spread evenly over their powers, up to the largest. */
function made<Made>(
  all: readonly ((random: Random, size: number) => Made)[],
  place: number,
  { random, largest }: { readonly random: Random; readonly largest: number },
): Made {
  const make = all[place % all.length]
  if (make === undefined) throw new Error('There are no bombs')
  return make(random, Math.floor(smallest * (largest / smallest) ** random.next()))
}

export const bombOf = (place: number, random: Random, largest: number): Bomb =>
  made(Object.values(kinds), place, { random, largest })

/** As `bombOf`, of the bombs that are files alone. */
export const bombFileOf = (place: number, random: Random, largest: number): BombFile =>
  made(Object.values(files), place, { random, largest })
