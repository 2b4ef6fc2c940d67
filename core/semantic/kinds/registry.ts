import type { ColumnFacts } from './column-facts.ts'
import { countingKinds } from './counting.ts'
import type { ColumnKind } from './kind.ts'
import { personalKinds } from './personal.ts'
import { tellingKinds } from './telling.ts'

/** Every kind of column. */
export const kinds = { ...personalKinds, ...tellingKinds, ...countingKinds } as const satisfies Record<
  string,
  ColumnKind
>
export type KindId = keyof typeof kinds

export const kindIds = Object.keys(kinds) as [KindId, ...KindId[]]

/** A kind, and how sure it is. */
export type ToldKind = { readonly kind: KindId; readonly confidence: number }

/** What a column is, told from its name and its values. */
export const kindOf = (facts: ColumnFacts): ToldKind =>
  kindIds
    .map((kind) => ({ kind, confidence: kinds[kind].fits(facts) }))
    .reduce((best, one) => (one.confidence > best.confidence ? one : best))
