import type { ColumnEvidence } from './column-evidence.ts'
import type { ColumnPlan } from './column-plan.ts'

type PlannedColumn = { readonly field: { readonly name: string }; readonly plan: ColumnPlan; readonly place: number }

const named = (columns: readonly PlannedColumn[]): string => columns.map(({ field }) => `“${field.name}”`).join(', ')

type NumberPlan = Extract<ColumnPlan, { readonly type: 'integer' | 'decimal' }>

const isOfNumbers = (plan: ColumnPlan): plan is NumberPlan => plan.type === 'integer' || plan.type === 'decimal'

/** Are its points all before three digits, and its commas none? */
const isInThrees = (seen: ColumnEvidence | undefined): boolean =>
  seen !== undefined && seen.eitherPoint > 0 && seen.commaOnly === 0

const sentences: readonly {
  readonly holds: (plan: ColumnPlan, seen: ColumnEvidence | undefined) => boolean
  readonly say: (names: string) => string
}[] = [
  {
    holds: (plan) => (plan.type === 'date' || plan.type === 'timestamp') && plan.isAssumed,
    say: (names) => `Nothing tells day from month in ${names}; the month was taken to stand first.`,
  },
  {
    holds: (plan, seen) => isOfNumbers(plan) && plan.mark === 'comma' && !isInThrees(seen),
    say: (names) => `In ${names} the comma marks decimals.`,
  },
  {
    holds: (plan, seen) => isOfNumbers(plan) && plan.mark === 'comma' && isInThrees(seen),
    say: (names) => `In ${names} the point parts thousands: 71.500 is 71,500.`,
  },
  {
    holds: (plan) => isOfNumbers(plan) && plan.isMarkAssumed,
    say: (names) =>
      `Do the points in ${names} part thousands? Nothing shows it, so they were taken to mark decimals: 71.500 is 71.5. Choose “Comma” for decimals where they do.`,
  },
  {
    holds: (plan) => plan.type === 'timestamp' && plan.zones === 'several',
    say: (names) => `The times in ${names} are of several time zones; all are shown in UTC.`,
  },
  {
    holds: (plan) => plan.type === 'timestamp' && plan.zones === 'some',
    say: (names) => `Some times in ${names} name no time zone; they were taken as UTC.`,
  },
  {
    holds: (plan) => plan.type === 'timestamp' && plan.zones === 'none',
    say: (names) => `The times in ${names} name no time zone; they are shown as they stand.`,
  },
  {
    holds: (plan) => plan.type === 'duration' && plan.shortClock === 'minutes',
    say: (names) => `In ${names} 1:30 was taken as a minute and a half.`,
  },
  {
    holds: (plan, seen) => (plan.type === 'integer' || plan.type === 'decimal') && (seen?.longs ?? 0) > 0,
    say: (names) =>
      `${names}: some whole numbers have more digits than can be computed with exactly; they are rounded.`,
  },
  {
    holds: (_, seen) => seen?.isVoid === true,
    say: (names) => `${names}: no row has a value.`,
  },
]

/** A sentence on everything that was assumed about columns, or that their types do not show. */
export const notesOnPlans = (columns: readonly PlannedColumn[], evidence: readonly ColumnEvidence[]): string[] =>
  sentences.flatMap(({ holds, say }) => {
    const concerned = columns.filter(({ plan, place }) => holds(plan, evidence[place]))
    return concerned.length === 0 ? [] : [say(named(concerned))]
  })
