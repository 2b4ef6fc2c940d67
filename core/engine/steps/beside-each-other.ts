import { namesBeside } from '../../query/comparison.ts'
import type { Query } from '../../query/query.ts'
import { isQuantity } from '../../query/type-rules.ts'
import type { Column, NumberColumn, Table } from '../../table/table.ts'
import { gather } from '../gather.ts'
import { groupKeys } from '../groups/group-keys.ts'

type Matching = { readonly query: Query; readonly keys: readonly Column[] }

/** Current groups; after their measures come, measure by measure, the compared value and the change. */
export function besideEachOther(now: Table, then: Table, { query, keys }: Matching): Table {
  const count = query.dimensions.length
  const rowOf = new Map(groupKeys(then.columns.slice(0, count), then.rows).map((key, row) => [key, row]))
  const rows = Int32Array.from(groupKeys(keys, now.rows), (key) => rowOf.get(key) ?? -1)
  const added = now.columns.slice(count).flatMap((column, at) => {
    const other = then.columns[count + at]
    return other ? beside(column, gather(other, rows)) : []
  })
  return { rows: now.rows, columns: [...now.columns, ...added] }
}

function beside(now: Column, then: Column): Column[] {
  const { previous, change, percent } = namesBeside(now.name)
  const before: Column = { ...then, name: previous }
  if (now.type === 'text' || then.type === 'text' || !isQuantity(now.type)) return [before]
  return [
    before,
    combined(now, then, { name: change, type: now.type, of: (value, earlier) => value - earlier }),
    combined(now, then, {
      name: percent,
      type: 'decimal',
      of: (value, earlier) => (earlier === 0 ? Number.NaN : (value - earlier) / Math.abs(earlier)),
    }),
  ]
}

type Combining = Pick<NumberColumn, 'name' | 'type'> & { readonly of: (now: number, then: number) => number }

const combined = (now: NumberColumn, then: NumberColumn, { name, type, of }: Combining): NumberColumn => ({
  name,
  type,
  values: now.values.map((value, row) => of(value, then.values[row] ?? Number.NaN)),
})
