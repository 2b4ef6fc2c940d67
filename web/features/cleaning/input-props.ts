import type { Merge } from '#core/clean/learning/clusters.ts'
import type { CleanField } from '#core/clean/rows.ts'
import type { Input } from '#core/clean/step.ts'

export type InputProps = {
  readonly input: Input
  readonly value: unknown
  readonly fields: readonly CleanField[]
  /** Detected merges, for steps that unify spellings. */
  readonly found: readonly Merge[]
  readonly onValue: (value: unknown) => void
}
