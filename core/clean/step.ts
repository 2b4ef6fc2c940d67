import type { z } from 'zod'
import type { Budget, Steps } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ColumnType } from '../table/table.ts'
import type { StepFigures } from './figures.ts'
import type { CleanField, Rows } from './rows.ts'

/** The values a step learned, as JSON for the log. */
export type Learned = { readonly [name: string]: z.core.util.JSONType }

/** A step with all settings resolved: it is deterministic on the same rows. */
export type ReadyStep = {
  /** Describes the step, with its figures once applied: “Fill 177 empty ages with the median, 28”. */
  readonly says: (figures: StepFigures) => string
  /** The values learned from the table; empty if the settings determine everything. */
  readonly learned: Learned
  readonly fields: readonly CleanField[]
  /** Starts a pass over the table; rows must come in order. */
  readonly start: () => ApplyStep
}

/** A step that lengthens text charges the budget first, and does long work in parts. */
type ApplyStep = (rows: Rows, budget: Budget) => Rows | Steps<Rows>

/** Learns from the whole table what the settings leave open. */
export type Learner = {
  readonly add: (rows: Rows) => void
  /** Longer work after all rows and before `finish`. */
  readonly settle?: () => Steps<void>
  /** After all rows: the resolved step, or `again` to see the rows once more. */
  readonly finish: () => Result<ReadyStep | 'again'>
}

/** A step that fits the table: ready, or to be learned from all rows. */
export type PlannedStep = ReadyStep | { readonly learn: () => Learner }

type Shown = { readonly when?: { readonly key: string; readonly is: readonly string[] } }

/** A setting as a form field. */
export type Input = Shown & { readonly key: string; readonly label: string; readonly help?: string } & (
    | { readonly kind: 'column' | 'columns'; readonly types?: readonly ColumnType[]; readonly optional?: boolean }
    | {
        readonly kind: 'choice'
        readonly choices: readonly { readonly value: string; readonly text: string }[]
      }
    | { readonly kind: 'number'; readonly least?: number; readonly most?: number; readonly whole?: boolean }
    | { readonly kind: 'text' | 'switch' | 'merges' }
  )

/** One cleaning step. */
export type Step<Settings, Schema = z.ZodType<Settings>> = {
  readonly title: string
  /** When to use it, in one sentence. */
  readonly useWhen: string
  readonly inputs: readonly Input[]
  readonly settings: Schema
  /** Default settings for these columns; null if no column fits. */
  readonly begin: (fields: readonly CleanField[]) => Settings | null
  /** True if applying it twice equals applying it once. */
  readonly isIdempotent: boolean
  /** Checks the settings against the columns. */
  readonly plan: (settings: Settings, fields: readonly CleanField[]) => Result<PlannedStep>
}

/** A step with its settings type erased, as the registry stores it; it parses its own settings. */
export type SomeStep = Omit<Step<never, z.ZodType>, 'plan' | 'begin'> & {
  readonly begin: (fields: readonly CleanField[]) => { readonly [key: string]: unknown } | null
  readonly plan: (settings: unknown, fields: readonly CleanField[]) => Result<PlannedStep>
}

const wrong = (title: string, { issues: [issue] }: z.ZodError): { readonly ok: false; readonly error: Failure } =>
  fail('clean/invalid-settings', {
    step: title,
    reason: [issue?.path.join('.'), issue?.message].filter((part) => part).join(': '),
  })

/** Lets the settings schema type the step's functions. */
export function defineStep<Settings extends { readonly [key: string]: unknown }>(step: Step<Settings>): SomeStep {
  return {
    ...step,
    plan(raw, fields) {
      const read = step.settings.safeParse(raw)
      return read.success ? step.plan(read.data, fields) : wrong(step.title, read.error)
    },
  }
}

/** A ready step that keeps no state between rows. */
export const settled = (fields: readonly CleanField[], says: ReadyStep['says'], apply: ApplyStep): Result<ReadyStep> =>
  ok({ says, learned: {}, fields, start: () => apply })
