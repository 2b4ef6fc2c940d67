import type { ColumnProfile, NumberProfile, Profile } from '../../profile/profile.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import type { ColumnType } from '../../table/table.ts'

export type Pair = { readonly before: ColumnProfile; readonly after: ColumnProfile }
export type Matched = {
  /** Columns of both versions, renamed ones included. */
  readonly pairs: readonly Pair[]
  readonly added: readonly ColumnProfile[]
  readonly removed: readonly ColumnProfile[]
}

/** Type families; a column may change type within its family and remain the same column. */
const families: Readonly<Record<ColumnType, string>> = {
  boolean: 'boolean',
  integer: 'number',
  decimal: 'number',
  date: 'moment',
  timestamp: 'moment',
  duration: 'duration',
  text: 'text',
}
export const isSameFamily = (a: ColumnType, b: ColumnType): boolean => families[a] === families[b]

/** 0 for names without a common word, 1 for equal words such as `Order Date` and `order_date`. */
function likenessOfNames(a: string, b: string): number {
  const [left, right] = [new Set(wordsOfName(a)), new Set(wordsOfName(b))]
  const shared = [...left].filter((word) => right.has(word)).length
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}

/** Similarity of five quantiles, relative to the joint range. */
function likenessOfNumbers(a: NumberProfile, b: NumberProfile): number {
  const span = Math.max(a.max, b.max) - Math.min(a.min, b.min)
  if (span === 0) return 1
  const points = ({ min, max, quartiles }: NumberProfile): readonly number[] => [min, ...quartiles, max]
  const [left, right] = [points(a), points(b)]
  const apart = left.reduce((sum, point, index) => sum + Math.abs(point - (right[index] ?? point)), 0)
  return 1 - apart / left.length / span
}

function likenessOfValues(a: ColumnProfile, b: ColumnProfile): number {
  if (a.numbers && b.numbers) return likenessOfNumbers(a.numbers, b.numbers)
  const known = new Set(b.top.map(({ value }) => value))
  const fewer = Math.min(a.top.length, b.top.length)
  return fewer === 0 ? 0 : a.top.filter(({ value }) => known.has(value)).length / fewer
}

/** Minimum similarity at which a removed and an added column count as renamed. */
const likeEnough = 0.5

type Placed = { readonly column: ColumnProfile; readonly place: number }

function likeness(a: Placed, b: Placed): number {
  if (!isSameFamily(a.column.type, b.column.type)) return 0
  const names = likenessOfNames(a.column.name, b.column.name)
  if (names === 1) return 1
  return 0.45 * names + 0.45 * likenessOfValues(a.column, b.column) + (a.place === b.place ? 0.1 : 0)
}

const placed = ({ columns }: Profile): readonly Placed[] => columns.map((column, place) => ({ column, place }))

/** Pairs removed and added columns, most similar first. */
function renames(gone: readonly Placed[], come: readonly Placed[]): readonly Pair[] {
  const candidates = gone
    .flatMap((a) => come.map((b) => ({ before: a.column, after: b.column, like: likeness(a, b) })))
    .filter(({ like }) => like >= likeEnough)
    .sort((a, b) => b.like - a.like)
  const taken = new Set<ColumnProfile>()
  return candidates.filter(({ before, after }) => {
    const isFree = !taken.has(before) && !taken.has(after)
    if (isFree) taken.add(before).add(after)
    return isFree
  })
}

/** Matches the columns of two versions by name; unmatched ones by similarity of names and values. */
export function matchColumns(before: Profile, after: Profile): Matched {
  const byName = new Map(after.columns.map((column) => [column.name, column]))
  const known = new Set(before.columns.map(({ name }) => name))
  const same = before.columns.flatMap((column) => {
    const now = byName.get(column.name)
    return now ? [{ before: column, after: now }] : []
  })
  const gone = placed(before).filter(({ column }) => !byName.has(column.name))
  const come = placed(after).filter(({ column }) => !known.has(column.name))
  const renamed = renames(gone, come)
  const paired = new Set(renamed.flatMap((pair) => [pair.before, pair.after]))
  return {
    pairs: [...same, ...renamed.map((pair) => ({ before: pair.before, after: pair.after }))],
    added: come.map(({ column }) => column).filter((column) => !paired.has(column)),
    removed: gone.map(({ column }) => column).filter((column) => !paired.has(column)),
  }
}
