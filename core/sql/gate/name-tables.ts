import { bracketWords, endsFrom, otherStatements, queryStarts } from './words.ts'

/** A dataset and its SQL name. */
export type NamedTable = { readonly id: string; readonly name: string; readonly table: string }

const reserved = new Set([
  ...bracketWords,
  ...endsFrom,
  ...queryStarts,
  ...Object.keys(otherStatements),
  ...`both check collate column constraint default deferrable do else end false for foreign grant initially into leading null only
  primary references returning symmetric then to trailing true unique user using variadic natural cross full is isnull
  notnull overlaps positional asof anti semi verbose general generated cast day month year hour minute second week`.split(
    /\s+/,
  ),
])

/** A name that needs no quotes: `Orders 2024 (final)` becomes `orders_2024_final`. */
export function tableNameOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
  if (plain === '') return 'dataset'
  return /^\p{L}/u.test(plain) && !reserved.has(plain) ? plain : `data_${plain}`
}

type Nameable = { readonly id: string; readonly name: string; readonly createdAt: Date }

const byAge = (a: Nameable, b: Nameable): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1)

/** Assigns SQL names to datasets; a repeated name gets a number. */
export function nameTables(datasets: readonly Nameable[]): readonly NamedTable[] {
  const taken = new Set<string>()
  return datasets.toSorted(byAge).map(({ id, name }) => {
    const wanted = tableNameOf(name)
    let table = wanted
    for (let number = 2; taken.has(table); number++) table = `${wanted}_${number}`
    taken.add(table)
    return { id, name, table }
  })
}
