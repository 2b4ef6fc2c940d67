/** Severity: `note` is harmless, `warning` needs a look, `break` makes questions fail. */
export const severities = ['note', 'warning', 'break'] as const
export type Severity = (typeof severities)[number]

export const driftKinds = [
  'added',
  'removed',
  'renamed',
  'retyped',
  'unit',
  'nullable',
  'rows',
  'nulls',
  'values',
  'range',
] as const
type DriftKind = (typeof driftKinds)[number]

/** One difference between a version and the previous one. */
export type Drift = {
  readonly kind: DriftKind
  readonly severity: Severity
  /** The column's previous name, or its name if added. Null if it concerns all rows. */
  readonly column: string | null
  /** New name of a renamed column; missing otherwise. */
  readonly to?: string | undefined
  /** Describes the change, in a sentence. */
  readonly text: string
}
