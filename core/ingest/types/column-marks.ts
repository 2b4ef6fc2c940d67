import type { ColumnPlan } from './column-plan.ts'

type PlannedColumn = { readonly field: { readonly name: string }; readonly plan: ColumnPlan }

/** What stood beside and between the digits of columns of numbers, by name: the typed column does not show it any more. */
export function marksOf(columns: readonly PlannedColumn[]): {
  readonly units: ReadonlyMap<string, string>
  readonly grouped: ReadonlySet<string>
} {
  const units = new Map<string, string>()
  const grouped = new Set<string>()
  for (const { field, plan } of columns) {
    if (plan.type !== 'integer' && plan.type !== 'decimal') continue
    if (plan.unit !== null) units.set(field.name, plan.unit)
    if (plan.isGrouped) grouped.add(field.name)
  }
  return { units, grouped }
}
