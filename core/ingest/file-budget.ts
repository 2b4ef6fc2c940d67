import { Budget, type Measure, noPause, type Pause } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import type { FileInput } from './file-input.ts'

/** Cells of one table beyond its own bytes: rows that are padded, and cells that are only said to repeat. */
const mostCells = 200_000_000
/** Bytes that are unpacked in one reading, or that the texts of its cells take. */
const mostBytes = 2_000_000_000

/** A row of more text than this is no row of a table. */
export const longestRow = 1 << 24

const inWords: Readonly<Record<Measure, (limit: number) => string>> = {
  cells: (limit) => `${Math.round(limit / 1e6)} million cells`,
  bytes: (limit) => `${Math.round(limit / 1e9)} GB of text`,
}

/** What reading a file may take. A file of its own bytes may have a cell for each of them. */
export const fileBudget = ({ name, size }: Pick<FileInput, 'name' | 'size'>, pause: Pause = noPause): Budget =>
  new Budget({
    limits: { cells: mostCells + size, bytes: mostBytes },
    refuse: (measure, limit): Failure => fail('file/too-much', { name, limit: inWords[measure](limit) }).error,
    pause,
  })
