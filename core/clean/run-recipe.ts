import { atOnce, type Budget, inTurns, OverBudget, type Steps } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { cleanBudget } from './clean-budget.ts'
import { emptyIn, FigureCounter, type StepFigures } from './figures.ts'
import type { CleaningLog, StepLog, TableFigures } from './log.ts'
import type { Recipe, RecipeStep } from './recipe.ts'
import { steps } from './registry.ts'
import { memoryRows } from './row-source.ts'
import type { CleanField, Rows, RowSource } from './rows.ts'
import type { Learner, PlannedStep, ReadyStep, SomeStep } from './step.ts'
import { ownValue } from '../own-value.ts'

type Options = {
  /** Fraction of the learning done, 0 to 1; the caller runs the last pass. */
  readonly progress?: (fraction: number) => void
  readonly signal?: AbortSignal
  /** Limits the output of steps and yields to other tasks. */
  readonly budget?: Budget
}

type Entry = { readonly given: RecipeStep } & (
  | { readonly ready: ReadyStep; readonly before: readonly CleanField[] }
  | { readonly problem: Failure }
)

/** A recipe with every step resolved for one table, or marked as not fitting. */
export type SettledRecipe = {
  readonly fields: readonly CleanField[]
  /** Number of steps that fit. */
  readonly fitting: number
  /** The cleaned rows, in order. */
  readonly batches: () => AsyncIterable<Rows>
  /** Complete after a pass over `batches`. */
  readonly log: () => CleaningLog
}

const registered: Readonly<Record<string, SomeStep>> = steps

const stopped = () => fail('file/stopped', { name: 'the data' })

/** Budget steps per text cell of a step, and per step of a learner's final work. */
const [stepsOfCell, stepsOfSettling] = [4, 2000]

type Work = { readonly budget: Budget; readonly signal: AbortSignal | undefined }

async function learn(learner: Learner, source: RowSource, { budget, signal }: Work): Promise<Result<ReadyStep>> {
  for (;;) {
    for await (const rows of source.batches()) {
      if (signal?.aborted) return stopped()
      learner.add(rows)
      budget.work(rows.count * stepsOfCell)
      await budget.rest()
    }
    if (learner.settle) await inTurns(learner.settle(), budget, stepsOfSettling)
    const finished = learner.finish()
    if (!finished.ok) return finished
    if (finished.value !== 'again') return ok(finished.value)
  }
}

/** Returns an exceeded budget as a failure. */
async function withinBudget<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OverBudget) return { ok: false, error: error.failure }
    throw error
  }
}

/** Resolves one step of a recipe for its input rows. */
export async function settleStep(
  { step, settings }: RecipeStep,
  source: RowSource,
  { budget = cleanBudget(), signal }: Partial<Work> = {},
): Promise<Result<ReadyStep>> {
  const kind = ownValue(registered, step)
  if (kind === undefined) return fail('clean/invalid-recipe', { reason: `there is no step “${step}”` })
  const planned: Result<PlannedStep> = kind.plan(settings, source.fields)
  if (!planned.ok) return planned
  return 'learn' in planned.value ? learn(planned.value.learn(), source, { budget, signal }) : ok(planned.value)
}

const isInParts = (made: Rows | Steps<Rows>): made is Steps<Rows> => 'next' in made

/** The rows of a step, which yields where its work is long. */
const finished = async (made: Rows | Steps<Rows>, budget: Budget): Promise<Rows> =>
  isInParts(made) ? inTurns(made, budget) : made

/** Charges a step for the cells it creates, before it creates them. */
function charged(ready: ReadyStep, whole: Budget): (rows: Rows) => Rows | Steps<Rows> {
  const apply = ready.start()
  return (rows) => {
    const budget = whole.pass()
    const cells = rows.count * ready.fields.length
    budget.charge('cells', cells)
    budget.work(rows.count * stepsOfCell + cells)
    return apply(rows, budget)
  }
}

/** A source that applies a step on every read. */
function through(source: RowSource, ready: ReadyStep, budget: Budget): RowSource {
  return {
    fields: ready.fields,
    rows: source.rows,
    batches: async function* () {
      const apply = charged(ready, budget)
      for await (const rows of source.batches()) {
        yield await finished(apply(rows), budget)
        await budget.rest()
      }
    },
  }
}

class TableCounter {
  #rows = 0
  #empty = 0
  #odd = 0

  add(rows: Rows): void {
    this.#rows += rows.count
    for (const cells of rows.columns) {
      this.#empty += emptyIn(cells)
      this.#odd += cells.odd.size
    }
  }

  finish = (columns: number): TableFigures => ({ rows: this.#rows, columns, empty: this.#empty, odd: this.#odd })
}

const titleOf = ({ step }: RecipeStep): string => ownValue(registered, step)?.title ?? step

function logOf(entry: Entry, figures: StepFigures | null): StepLog {
  const title = titleOf(entry.given)
  if ('problem' in entry) {
    const { message, hint } = entry.problem
    return { ...entry.given, title, says: message, learned: {}, figures: null, problem: { message, hint } }
  }
  const says = figures === null ? title : entry.ready.says(figures)
  return { ...entry.given, title, says, learned: entry.ready.learned, figures, problem: null }
}

type Pass = {
  readonly entries: readonly Entry[]
  readonly fields: readonly CleanField[]
  readonly budget: Budget
}

/** Applies the resolved steps to the rows and counts their effects. */
function passOver(source: RowSource, { entries, fields, budget }: Pass) {
  let counted: { figures: ReadonlyMap<Entry, StepFigures>; before: TableFigures; after: TableFigures } | null = null
  async function* batches(): AsyncGenerator<Rows> {
    const [before, after] = [new TableCounter(), new TableCounter()]
    const running = entries.flatMap((entry) =>
      'ready' in entry
        ? [{ entry, apply: charged(entry.ready, budget), counter: new FigureCounter(entry.before, entry.ready.fields) }]
        : [],
    )
    for await (const first of source.batches()) {
      before.add(first)
      let rows = first
      for (const { apply, counter } of running) {
        const next = await finished(apply(rows), budget)
        counter.add(rows, next)
        rows = next
        await budget.rest()
      }
      after.add(rows)
      yield rows
    }
    counted = {
      figures: new Map(running.map(({ entry, counter }) => [entry, counter.finish()])),
      before: before.finish(source.fields.length),
      after: after.finish(fields.length),
    }
  }
  const log = (): CleaningLog => {
    if (counted === null) throw new Error('The log is complete only after a pass over the rows')
    const { figures, before, after } = counted
    return { schema: 1, steps: entries.map((entry) => logOf(entry, figures.get(entry) ?? null)), before, after }
  }
  return { batches, log }
}

/**
 * Resolves every step of a recipe for a table; each step that learns needs one pass over its input rows. Skips a step
 * that does not fit and logs the reason.
 */
export async function settleRecipe(
  recipe: Recipe,
  source: RowSource,
  { progress, signal, budget = cleanBudget() }: Options = {},
): Promise<Result<SettledRecipe>> {
  const entries: Entry[] = []
  let at = source
  for (const [index, given] of recipe.steps.entries()) {
    const settled = await withinBudget(() => settleStep(given, at, { budget, signal }))
    if (signal?.aborted) return stopped()
    if (settled.ok) {
      entries.push({ given, ready: settled.value, before: at.fields })
      at = through(at, settled.value, budget)
    } else entries.push({ given, problem: settled.error })
    progress?.((index + 1) / recipe.steps.length)
  }
  const { fields } = at
  const fitting = entries.filter((entry) => 'ready' in entry).length
  return ok({ fields, fitting, ...passOver(source, { entries, fields, budget }) })
}

/** The result for rows in memory. */
export type CleanedRows = {
  readonly fields: readonly CleanField[]
  /** Cleaned, one batch per input batch. */
  readonly rows: readonly Rows[]
  readonly log: CleaningLog
  /** The columns before each step. */
  readonly fieldsAt: readonly (readonly CleanField[])[]
}

/** Like `settleRecipe`, for rows in memory: applies each step once. */
export async function cleanRows(
  recipe: Recipe,
  fields: readonly CleanField[],
  loaded: readonly Rows[],
): Promise<CleanedRows> {
  const logs: StepLog[] = []
  const fieldsAt: (readonly CleanField[])[] = []
  let [currentFields, current] = [fields, loaded]
  for (const given of recipe.steps) {
    fieldsAt.push(currentFields)
    const settled = await withinBudget(async () => {
      const step = await settleStep(given, memoryRows(currentFields, current))
      return step.ok ? ok({ ready: step.value, done: applyStep(step.value, currentFields, current) }) : step
    })
    if (!settled.ok) {
      logs.push(logOf({ given, problem: settled.error }, null))
      continue
    }
    const { ready, done } = settled.value
    logs.push(logOf({ given, ready, before: currentFields }, done.figures))
    currentFields = ready.fields
    current = done.rows
  }
  const figuresOf = (rows: readonly Rows[], columns: number): TableFigures => {
    const counter = new TableCounter()
    for (const batch of rows) counter.add(batch)
    return counter.finish(columns)
  }
  const log: CleaningLog = {
    schema: 1,
    steps: logs,
    before: figuresOf(loaded, fields.length),
    after: figuresOf(current, currentFields.length),
  }
  return { fields: currentFields, rows: current, log, fieldsAt }
}

/** Applies one resolved step to rows in memory. */
export function applyStep(
  ready: ReadyStep,
  fields: readonly CleanField[],
  loaded: readonly Rows[],
): { readonly rows: readonly Rows[]; readonly figures: StepFigures } {
  const counter = new FigureCounter(fields, ready.fields)
  const apply = charged(ready, cleanBudget())
  const rows = loaded.map((batch) => {
    const made = apply(batch)
    const next = isInParts(made) ? atOnce(made) : made
    counter.add(batch, next)
    return next
  })
  return { rows, figures: counter.finish() }
}
