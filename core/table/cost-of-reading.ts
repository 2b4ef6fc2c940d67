import type { Source } from './source.ts'
import { ownValue } from '../own-value.ts'

/** What reading some columns of all rows takes, in bytes: what is fetched, and about what stays in memory. */
export type Cost = { readonly fetched: number; readonly held: number }

const bytesPerCode = 4
const bytesPerNumber = 8

/** What these columns cost before any of them is read. The texts of a dictionary are taken to be what is stored of them. */
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
