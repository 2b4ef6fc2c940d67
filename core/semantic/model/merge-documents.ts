import type { ColumnDecision, ModelDocument } from './model-document.ts'
import { ownValue } from '../../own-value.ts'

/** Result of a three-way merge of model documents. */
export type Merged = {
  readonly document: ModelDocument
  /** Names of items changed differently on both sides; `mine` wins. */
  readonly clashes: readonly string[]
}

type Sides<Value> = { readonly base: Value; readonly mine: Value; readonly theirs: Value }

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

class Merging {
  readonly clashes: string[] = []

  one<Value>(name: string, { base, mine, theirs }: Sides<Value>): Value {
    if (isSame(mine, base)) return theirs
    if (!isSame(theirs, base) && !isSame(mine, theirs)) this.clashes.push(name)
    return mine
  }

  /** Merges by name; an item that one side removed and the other kept unchanged is removed. */
  list<Item extends { readonly name: string }>({ base, mine, theirs }: Sides<readonly Item[]>): Item[] {
    const find = (items: readonly Item[], name: string): Item | undefined => items.find((each) => each.name === name)
    const names = [...new Set([...theirs, ...mine].map(({ name }) => name))]
    return names.flatMap((name) => {
      const sides = { base: find(base, name), mine: find(mine, name), theirs: find(theirs, name) }
      return this.one(name, sides) ?? []
    })
  }

  columns({ base, mine, theirs }: Sides<ModelDocument['columns']>): ModelDocument['columns'] {
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])]
    const merged = names.map((name) => {
      const sides = {
        base: ownValue(base, name) ?? {},
        mine: ownValue(mine, name) ?? {},
        theirs: ownValue(theirs, name) ?? {},
      }
      return [name, this.column(name, sides)] as const
    })
    return Object.fromEntries(merged.filter(([, decided]) => Object.keys(decided).length > 0))
  }

  column(name: string, { base, mine, theirs }: Sides<ColumnDecision>): ColumnDecision {
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])] as (keyof ColumnDecision)[]
    const entries = keys.map((key) => {
      const sides: Sides<unknown> = { base: base[key], mine: mine[key], theirs: theirs[key] }
      return [key, this.one(name, sides)] as const
    })
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as ColumnDecision
  }
}

/** Merges local changes with a concurrently saved document; on a conflict, the local change wins. */
export function mergeDocuments({ base, mine, theirs }: Sides<ModelDocument>): Merged {
  const merging = new Merging()
  const rest = merging.one('time', {
    base: [base.timeColumn, base.timeGrain] as const,
    mine: [mine.timeColumn, mine.timeGrain] as const,
    theirs: [theirs.timeColumn, theirs.timeGrain] as const,
  })
  const [timeColumn, timeGrain] = rest
  const calendar = merging.one('calendar', { base: base.calendar, mine: mine.calendar, theirs: theirs.calendar })
  const of = <Key extends keyof ModelDocument>(key: Key): Sides<ModelDocument[Key]> => ({
    base: base[key],
    mine: mine[key],
    theirs: theirs[key],
  })
  const document: ModelDocument = {
    schema: 1,
    columns: merging.columns(of('columns')),
    groups: merging.list(of('groups')),
    calculations: merging.list(of('calculations')),
    measures: merging.list(of('measures')),
    relationships: merging.list(of('relationships')),
    rows: merging.one('rows', of('rows')),
    ...(timeColumn === undefined ? {} : { timeColumn }),
    ...(timeGrain === undefined ? {} : { timeGrain }),
    ...(calendar === undefined ? {} : { calendar }),
  }
  return { document, clashes: [...new Set(merging.clashes)] }
}
