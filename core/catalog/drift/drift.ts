/** How much a change matters to what was built before: `note` harms nothing, `warning` wants a look, `break` stops questions from being answered. */
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

/** One difference between a version and the one before it. */
export type Drift = {
  readonly kind: DriftKind
  readonly severity: Severity
  /** The column as it was called before; for one that was added, as it is called now. Null: it is about all rows. */
  readonly column: string | null
  /** What a renamed column is called now; missing for every other kind. */
  readonly to?: string | undefined
  /** What happened, in a sentence. */
  readonly text: string
}
