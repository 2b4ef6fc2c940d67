import { BlockWriter } from '../../ingest/rows/block-writer.ts'
import { ColumnEvidence } from '../../ingest/types/column-evidence.ts'
import { type ColumnPlan, habitsOf, planColumn } from '../../ingest/types/column-plan.ts'
import { numberBuilder } from '../../ingest/types/number-builder.ts'
import type { ColumnType } from '../../table/table.ts'
import { day } from '../../table/time-units.ts'

export type TypedPlan = Exclude<ColumnPlan, { type: 'text' }>
export type ValueType = Exclude<ColumnType, 'text'>

/** Values in text order; NaN for empty and misfitting texts; `misfits` maps positions to the latter. */
export type ReadValues = { readonly values: Float64Array; readonly misfits: ReadonlyMap<number, string> }

/** Collects the number and date notations of texts. */
export class TextEvidence {
  readonly #evidence = new ColumnEvidence()

  add(texts: Iterable<string>): void {
    const writer = new BlockWriter(1)
    for (const text of texts) {
      writer.add([text])
      if (writer.isFull) this.#evidence.observe(writer.take(), 0)
    }
    if (writer.rows > 0) this.#evidence.observe(writer.take(), 0)
  }

  /** The reading plan for a type, by the most frequent notation. */
  planFor(type: ValueType): TypedPlan {
    const evidence = this.#evidence
    const plan = planColumn({ name: '', evidence }, habitsOf([evidence], { types: { '': type } }))
    if (plan.type === 'text') throw new Error('A chosen type is the type of its plan')
    return plan
  }
}

const truths = new Map([
  ...['true', 'yes', 'y', 't', '1', 'on'].map((word) => [word, 1] as const),
  ...['false', 'no', 'n', 'f', '0', 'off'].map((word) => [word, 0] as const),
])

function readTruths(texts: readonly (string | null)[]): ReadValues {
  const misfits = new Map<number, string>()
  const values = Float64Array.from(texts, (text, place) => {
    const word = (text ?? '').trim().toLowerCase()
    const value = truths.get(word)
    if (value === undefined && word !== '') misfits.set(place, text ?? '')
    return value ?? Number.NaN
  })
  return { values, misfits }
}

/** Truncates dates to midnight. */
const fitted = (type: ValueType, values: Float64Array): Float64Array =>
  type === 'date' ? values.map((value) => Math.floor(value / day) * day) : values

/**
 * Parses texts to a type by the rules of file readers; `yes` and `no` also count as booleans, because the user asked
 * for that type.
 */
export function readTexts(texts: readonly (string | null)[], plan: TypedPlan): ReadValues {
  if (plan.type === 'boolean') return readTruths(texts)
  const builder = numberBuilder('', plan, texts.length)
  const found: { row: number; text: string }[] = []
  const writer = new BlockWriter(1)
  let done = 0
  const flush = (): void => {
    const block = writer.take()
    builder.append({ block, column: 0, from: 0, to: block.rows }, done, found)
    done += block.rows
  }
  for (const text of texts) {
    writer.add([text])
    if (writer.isFull) flush()
  }
  if (writer.rows > 0) flush()
  const built = builder.finish(texts.length)
  const values = built.type === 'text' ? new Float64Array(texts.length) : fitted(plan.type, built.values)
  return { values, misfits: new Map(found.map(({ row, text }) => [row, text])) }
}

/** Parses a typed-in value as a column stores it; NaN if it does not fit. */
export function readValue(text: string, type: ValueType): number {
  const evidence = new TextEvidence()
  evidence.add([text])
  return readTexts([text.trim()], evidence.planFor(type)).values[0] ?? Number.NaN
}
