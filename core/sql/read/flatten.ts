import type { TextRange } from '../gate/refused.ts'
import { lowered } from '../gate/tokenize.ts'
import { nearestName } from '../../semantic/nearest-name.ts'
import { isAggregate } from './aggregates.ts'
import {
  call,
  type Expression,
  isLargerThan,
  isSame,
  type Item,
  mapColumns,
  type Order,
  type Select,
  some,
} from './syntax.ts'
import { noCounterpart, unexpected } from './unread.ts'

/** A result column; `as` is its alias or null, `name` the fallback. */
export type Output = Item & { readonly name: string }

/** A statement with subqueries inlined: every column belongs to the dataset. */
export type Flat = Omit<Select, 'items' | 'source' | 'groupBy' | 'isDistinct'> & {
  readonly table: string
  readonly items: readonly Output[]
  /** Group keys; null if the statement lists rows. */
  readonly keys: readonly Expression[] | null
}

/** The columns of a table by SQL name; null for an unknown table. */
export type ColumnsOf = (table: string) => readonly string[] | null

type Inside = Pick<Flat, 'table' | 'items' | 'where' | 'keys' | 'having'>

export function flatten(select: Select, columnsOf: ColumnsOf, sql: string): Flat {
  const { source } = select
  const place = { from: select.from, to: select.to }
  const inside =
    typeof source.of === 'string' ? tableOf(source.of, source, columnsOf) : layerOf(source.of, columnsOf, sql)
  const scope = { as: source.as, items: inside.items }
  const items = select.items.flatMap((item) => outputsOf(item, scope, sql))
  const resolve = (node: Expression): Expression => resolved(node, scope, items)
  const where = select.where && resolve(select.where)
  const having = select.having && resolve(select.having)
  const groups = select.groupBy === 'all' ? 'all' : select.groupBy.map((node) => resolve(atPlace(node, items)))
  const orderBy = select.orderBy.map((order) => ({ ...order, of: orderOf(order, scope, items) }))
  const page = { orderBy, limit: select.limit, offset: select.offset }
  if (inside.keys === null) {
    const keys = keysOf({ ...select, groups, items, having })
    return { ...inside, ...place, items, keys, where: both(inside.where, where), having, ...page }
  }
  if (groups.length > 0 || select.isDistinct || having || select.items.some(({ of }) => aggregates(of)))
    noCounterpart(place, 'Grouping what is grouped already', 'Group once.')
  return { ...inside, ...place, items, having: both(inside.having, where), ...page }
}

/** A dataset with all its columns. */
function tableOf(name: string, place: TextRange, columnsOf: ColumnsOf): Inside {
  const columns = columnsOf(name)
  if (columns === null)
    return unexpected(place, `There is no dataset “${name}”.`, 'Choose one of the datasets that are listed.')
  const items = columns.map((column): Output => {
    const of: Expression = { kind: 'column', path: [column], from: place.from, to: place.to }
    return { of, as: null, name: column, from: place.from, to: place.to }
  })
  return { table: name, items, where: null, keys: null, having: null }
}

/** A SELECT in another's FROM. */
function layerOf(select: Select, columnsOf: ColumnsOf, sql: string): Inside {
  const flat = flatten(select, columnsOf, sql)
  if (flat.limit !== null || flat.offset > 0)
    noCounterpart(select, 'A LIMIT in a query that another one reads', 'Cut the result at the end.')
  return flat
}

type Scope = { readonly as: string; readonly items: readonly Output[] }

function outputsOf(item: Item, { as, items }: Scope, sql: string): readonly Output[] {
  const { of } = item
  if (of.kind === 'star') return items.map((one) => ({ ...one, from: item.from, to: item.to }))
  const written = of.kind === 'column' ? (of.path.at(-1) ?? '') : sql.slice(of.from, of.to)
  const found = resolved(of, { as, items }, [])
  return [{ ...item, of: found, as: item.as ?? inherited(of, items), name: item.as ?? written }]
}

/** The name a column had in the subquery. */
function inherited(of: Expression, items: readonly Output[]): string | null {
  if (of.kind !== 'column') return null
  return find(of.path.at(-1) ?? '', items)?.as ?? null
}

/** Resolves names as DuckDB does: ignoring case, exact matches first. */
const find = (name: string, items: readonly Output[]): Output | null =>
  items.find((item) => item.name === name) ?? items.find((item) => lowered(item.name) === lowered(name)) ?? null

const maxParts = 20_000

/** Replaces columns by expressions over the dataset; an unknown column may name a result. */
function resolved(node: Expression, { as, items }: Scope, results: readonly Output[]): Expression {
  const written = mapColumns(node, ({ path, ...place }) => {
    const [first = '', second] = path
    const isQualified = second !== undefined && path.length === 2
    if (path.length > 2 || (isQualified && lowered(first) !== lowered(as)))
      return noCounterpart(place, `“${path.join('.')}”`, 'Name a column of the one dataset.')
    const name = second ?? first
    const found = find(name, items) ?? (isQualified ? null : find(name, results))
    if (found) return { ...found.of, from: place.from, to: place.to }
    const nearest = nearestName(
      name,
      items.map((item) => item.name),
    )
    const hint = nearest === null ? 'The columns are listed beside the editor.' : `Did you mean “${nearest}”?`
    return unexpected(place, `There is no column “${name}”.`, hint)
  })
  // Subqueries that reference one another twice would double in size at each level.
  if (isLargerThan(written, maxParts)) noCounterpart(node, 'What comes to be so long', 'Write it in one SELECT.')
  return written
}

/** An integer refers to the result column at that position. */
function atPlace(node: Expression, items: readonly Output[]): Expression {
  if (node.kind !== 'value') return node
  const found = typeof node.value === 'number' ? items[node.value - 1] : undefined
  return found ? found.of : unexpected(node, 'There is no such column in the result.', 'Name the column.')
}

/** In ORDER BY, result names take precedence. */
function orderOf({ of }: Order, scope: Scope, items: readonly Output[]): Expression {
  const result = of.kind === 'column' && of.path.length === 1 ? find(of.path[0] ?? '', items) : null
  if (result) return result.of
  const placed = atPlace(of, items)
  return placed === of ? resolved(of, scope, items) : placed
}

type Grouping = Pick<Flat, 'items' | 'having'> &
  Pick<Select, 'isDistinct'> & {
    readonly groups: readonly Expression[] | 'all'
  }

const aggregates = (node: Expression | null): boolean => node !== null && some(node, isAggregate)

/** The group keys: exactly the selected expressions that are not aggregates. */
function keysOf({ items, having, groups, isDistinct }: Grouping): readonly Expression[] | null {
  const isGrouped = groups.length > 0 || items.some(({ of }) => aggregates(of)) || aggregates(having)
  const plain = items.filter(({ of }) => !aggregates(of))
  if (!isGrouped) return isDistinct ? plain.map(({ of }) => of) : null
  if (groups === 'all') return plain.map(({ of }) => of)
  const missing = groups.find((key) => !plain.some(({ of }) => isSame(of, key)))
  if (missing) noCounterpart(missing, 'Grouping by what is not selected', 'Name it after SELECT as well.')
  const loose = plain.find(({ of }) => !groups.some((key) => isSame(of, key)))
  return loose
    ? unexpected(loose, 'This stands neither in GROUP BY nor in an aggregate.', 'Add it to GROUP BY.')
    : groups
}

const both = (one: Expression | null, other: Expression | null): Expression | null =>
  one && other ? call('and', [one, other], other) : (one ?? other)
