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

/** A kind with its confidence. */
export type ToldKind = { readonly kind: KindId; readonly confidence: number }

/** Confidence of each detector, in the order of `kindIds`. */
export const fitsOf = (facts: ColumnFacts): readonly number[] => kindIds.map((kind) => kinds[kind].fits(facts))

/** The kind with the highest confidence. */
export function surestOf(fits: readonly number[]): ToldKind {
  const confidence = Math.max(...fits)
  return { kind: kindIds[fits.indexOf(confidence)] ?? kindIds[0], confidence }
}

/** The kind whose detector is most confident, by name and values. */
export const surestKind = (facts: ColumnFacts): ToldKind => surestOf(fitsOf(facts))
