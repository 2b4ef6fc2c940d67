import type { Mention } from '../mention.ts'
import type { Chart } from './chart.ts'

/** One kind of thing that several words say together; its rule in SPEC.md says what. */
export type Rule = {
  /** The rule of SPEC.md. */
  readonly spec: string
  /** The pieces that start at a word. */
  readonly find: (chart: Chart, at: number) => readonly Mention[]
}
