import { type Budget, inTurns, OverBudget } from '../budget.ts'
import { fail, type Failure } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import { cleanBudget } from './clean-budget.ts'
import { emptyIn, FigureCounter, type StepFigures } from './figures.ts'
import type { CleaningLog, StepLog, TableFigures } from './log.ts'
import type { Recipe, RecipeStep } from './recipe.ts'
import { steps } from './registry.ts'
import { heldRows } from './row-source.ts'
import type { CleanField, Rows, RowSource } from './rows.ts'
import type { Learner, PlannedStep, ReadyStep, SomeStep } from './step.ts'
import { ownValue } from '../own-value.ts'

type Options = {
  /** From 0 to 1, over the learning; the last pass is the caller's. */
  readonly progress?: (fraction: number) => void
  readonly signal?: AbortSignal
  /** Bounds what steps make, and gives others their turn. */
  readonly budget?: Budget
}

type Entry = { readonly given: RecipeStep } & (
  | { readonly ready: ReadyStep; readonly before: readonly CleanField[] }
  | { readonly problem: Failure }
)

/** A recipe whose every step is settled for one table, or known not to fit. */
export type SettledRecipe = {
  readonly fields: readonly CleanField[]
  /** How many of its steps fit. */
  readonly fitting: number
  /** The cleaned rows, in order. */
  readonly batches: () => AsyncIterable<Rows>
  /** Complete once a pass over the batches has ended. */
  readonly log: () => CleaningLog
}

const registered: Readonly<Record<string, SomeStep>> = steps

const stopped = () => fail('file/stopped', { name: 'the data' })

/** About the work of a step on a cell of text, and of a step of what a learner does at its end. */
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

/** A budget that is spent, as the failure that it is. */
async function withinBudget<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OverBudget) return { ok: false, error: error.failure }
    throw error
  }
}

/** One step of a recipe for the rows as they come to it. */
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

/** A pass of a step that is charged for the cells it makes, before it makes them. */
function charged(ready: ReadyStep, whole: Budget): (rows: Rows) => Rows {
  const apply = ready.start()
  return (rows) => {
    const budget = whole.pass()
    const cells = rows.count * ready.fields.length
    budget.charge('cells', cells)
    budget.work(rows.count * stepsOfCell + cells)
    return apply(rows, budget)
  }
}

/** A source whose rows have gone through a step, each time they are read. */
function through(source: RowSource, ready: ReadyStep, budget: Budget): RowSource {
  return {
    fields: ready.fields,
    rows: source.rows,
    batches: async function* () {
      const apply = charged(ready, budget)
      for await (const rows of source.batches()) {
        yield apply(rows)
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

/** Runs the settled steps over the rows, counting what each does. */
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
        const next = apply(rows)
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
 * Settles every step of a recipe for a table: what a step leaves open is learned from the rows as they come to it, one pass
 * over the table for each such step. A step that does not fit is passed over, and the log says why.
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

/** What became of rows in memory. */
export type CleanedRows = {
  readonly fields: readonly CleanField[]
  /** Batch for batch what was given, cleaned. */
  readonly rows: readonly Rows[]
  readonly log: CleaningLog
  /** The columns as each step found them. */
  readonly fieldsAt: readonly (readonly CleanField[])[]
}

/** As `settleRecipe`, for rows in memory: each step is applied once. */
export async function cleanHeld(
  recipe: Recipe,
  fields: readonly CleanField[],
  held: readonly Rows[],
): Promise<CleanedRows> {
  const logs: StepLog[] = []
  const fieldsAt: (readonly CleanField[])[] = []
  let [currentFields, current] = [fields, held]
  for (const given of recipe.steps) {
    fieldsAt.push(currentFields)
    const settled = await withinBudget(async () => {
      const step = await settleStep(given, heldRows(currentFields, current))
      return step.ok ? ok({ ready: step.value, done: applyHeld(step.value, currentFields, current) }) : step
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
    before: figuresOf(held, fields.length),
    after: figuresOf(current, currentFields.length),
  }
  return { fields: currentFields, rows: current, log, fieldsAt }
}

/** One settled step over rows in memory. */
export function applyHeld(
  ready: ReadyStep,
  fields: readonly CleanField[],
  held: readonly Rows[],
): { readonly rows: readonly Rows[]; readonly figures: StepFigures } {
  const counter = new FigureCounter(fields, ready.fields)
  const apply = charged(ready, cleanBudget())
  const rows = held.map((batch) => {
    const next = apply(batch)
    counter.add(batch, next)
    return next
  })
  return { rows, figures: counter.finish() }
}
