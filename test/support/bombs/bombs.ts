import type { Random } from '../random.ts'
import { archiveBombs } from './archives.ts'
import { binaryBombs } from './binaries.ts'
import type { Bomb, BombKind } from './bomb.ts'
import { cleaningBombs } from './cleaning.ts'
import { asBombs } from './file-bomb.ts'
import { formulaBombs } from './formulas.ts'
import { parquetBombs } from './parquet.ts'
import { textBombs } from './texts.ts'
import { workbookBombs } from './workbooks.ts'

/** Every kind of small input that wants to be large work. */
const kinds: Readonly<Record<string, BombKind>> = {
  ...asBombs({ ...textBombs, ...workbookBombs, ...archiveBombs, ...binaryBombs }),
  ...parquetBombs,
  ...formulaBombs,
  ...cleaningBombs,
}

const smallest = 1000

/** Every kind has its turn; sizes are spread evenly over their powers, up to the largest. */
export function bombOf(place: number, random: Random, largest: number): Bomb {
  const all = Object.values(kinds)
  const make = all[place % all.length]
  if (make === undefined) throw new Error('There are no bombs')
  const size = Math.floor(smallest * (largest / smallest) ** random.next())
  return make(random, size)
}
