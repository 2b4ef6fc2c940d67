import type { Source } from './source.ts'
import { ownValue } from '../own-value.ts'

/** Cost of reading columns in full, in bytes: fetched from storage, and estimated in memory. */
export type Cost = { readonly fetched: number; readonly held: number }

const bytesPerCode = 4
const bytesPerNumber = 8

/** Estimates the cost before reading. Assumes that dictionary texts take their stored size. */
export function costOfReading({ fields, rowGroups }: Source, columns: readonly string[]): Cost {
  const read = fields.filter(({ name }) => columns.includes(name))
  let [fetched, held] = [0, 0]
  for (const { rows, stored = {} } of rowGroups) {
    for (const { name, type } of read) {
      const bytes = ownValue(stored, name) ?? 0
      fetched += bytes
      held += type === 'text' ? rows * bytesPerCode + bytes : rows * bytesPerNumber
    }
  }
  return { fetched, held }
}
