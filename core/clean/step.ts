import type { z } from 'zod'
import type { Budget, Steps } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ColumnType } from '../table/table.ts'
import type { StepFigures } from './figures.ts'
import type { CleanField, Rows } from './rows.ts'

/** What a step went by, as the log tells it and as JSON keeps it. */
export type Learned = { readonly [name: string]: z.core.util.JSONType }

/** A step whose settings are settled: applied to the same rows it always gives the same. */
export type ReadyStep = {
  /** What it does with these settings, or did, by its figures: “Fill 177 empty ages with the median, 28”. */
  readonly says: (figures: StepFigures) => string
  /** The very values that were learned from the table; empty where the settings say everything. */
  readonly learned: Learned
  readonly fields: readonly CleanField[]
  /** Begins a pass over the table; the rows must come in order. */
  readonly start: () => ApplyStep
}

/** What makes longer text of shorter charges the budget first. */
type ApplyStep = (rows: Rows, budget: Budget) => Rows

/** Gathers from the whole table what the settings leave open. */
export type Learner = {
  readonly add: (rows: Rows) => void
  /** Longer work to be done after all rows, and before the end. */
  readonly settle?: () => Steps<void>
  /** After all rows: the settled step, or `again` when it must see them once more. */
  readonly finish: () => Result<ReadyStep | 'again'>
}

/** A step that fits the table: settled, or to be settled by looking at all of it. */
export type PlannedStep = ReadyStep | { readonly learn: () => Learner }

type Shown = { readonly when?: { readonly key: string; readonly is: readonly string[] } }

/** One setting as a form asks for it. */
export type Input = Shown & { readonly key: string; readonly label: string; readonly help?: string } & (
    | { readonly kind: 'column' | 'columns'; readonly types?: readonly ColumnType[]; readonly optional?: boolean }
    | {
        readonly kind: 'choice'
        readonly choices: readonly { readonly value: string; readonly text: string }[]
      }
    | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly whole?: boolean }
    | { readonly kind: 'text' | 'switch' | 'merges' }
  )

/** One way to clean a table. */
export type Step<Settings, Schema = z.ZodType<Settings>> = {
  readonly title: string
  /** When people take it, in one sentence. */
  readonly useWhen: string
  readonly inputs: readonly Input[]
  readonly settings: Schema
  /** Settings to begin with for a table of these columns; null where it has none that fit. */
  readonly begin: (fields: readonly CleanField[]) => Settings | null
  /** Is it said twice with the same effect as once? */
  readonly isIdempotent: boolean
  /** Checks the settings against the columns. */
  readonly plan: (settings: Settings, fields: readonly CleanField[]) => Result<PlannedStep>
}

/** A step of whatever settings, as the registry holds it: it reads them itself. */
export type SomeStep = Omit<Step<never, z.ZodType>, 'plan' | 'begin'> & {
  readonly begin: (fields: readonly CleanField[]) => { readonly [key: string]: unknown } | null
  readonly plan: (settings: unknown, fields: readonly CleanField[]) => Result<PlannedStep>
}

const wrong = (title: string, { issues: [issue] }: z.ZodError): { readonly ok: false; readonly error: Failure } =>
  fail('clean/invalid-settings', {
    step: title,
    reason: [issue?.path.join('.'), issue?.message].filter((part) => part).join(': '),
  })

/** Lets the schema of the settings type the functions beside it. */
export function defineStep<Settings extends { readonly [key: string]: unknown }>(step: Step<Settings>): SomeStep {
  return {
    ...step,
    plan(raw, fields) {
      const read = step.settings.safeParse(raw)
      return read.success ? step.plan(read.data, fields) : wrong(step.title, read.error)
    },
  }
}

/** A step that changes rows without remembering any. */
export const settled = (fields: readonly CleanField[], says: ReadyStep['says'], apply: ApplyStep): Result<ReadyStep> =>
  ok({ says, learned: {}, fields, start: () => apply })
