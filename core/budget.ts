import type { Failure } from './errors.ts'

/** Yields to other tasks; resolves when work may continue. */
export type Pause = () => Promise<void>

/** For callers without concurrent tasks. */
export const noPause: Pause = () => Promise.resolve()

/** Limited quantities: cells of tables, and bytes decompressed or written. */
export type Measure = 'cells' | 'bytes'

/** Steps between two yields, about 15 ms; a step is the work of reading one byte of CSV, 60 ns. */
const stepsPerTurn = 1 << 18

type Rules = {
  readonly limits: Readonly<Record<Measure, number>>
  /** Builds the failure of an exceeded limit. */
  readonly refuse: (measure: Measure, limit: number) => Failure
  readonly pause: Pause
}

/** Thrown when a budget is exceeded; the caller that created the budget returns its failure. */
export class OverBudget extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * Limits of a computation. Code charges the budget before it allocates, so that a small input that claims to be large
 * fails early. The budget also counts steps of work, so that work can yield without reading a clock.
 */
export class Budget {
  readonly #rules: Rules
  readonly #turn: { steps: number }
  readonly #spent: Record<Measure, number> = { cells: 0, bytes: 0 }

  constructor(rules: Rules, turn: { steps: number } = { steps: 0 }) {
    this.#rules = rules
    this.#turn = turn
  }

  /** Charges an amount before it is allocated. Throws `OverBudget` if it exceeds the limit. */
  charge(measure: Measure, amount: number): void {
    this.#spent[measure] += amount
    const limit = this.#rules.limits[measure]
    if (this.#spent[measure] > limit) throw new OverBudget(this.#rules.refuse(measure, limit))
  }

  /** Counts completed work towards the next yield. */
  work(steps: number): void {
    this.#turn.steps += steps
  }

  /** True if it is time to yield. */
  get isDue(): boolean {
    return this.#turn.steps >= stepsPerTurn
  }

  /** Yields if due. */
  async rest(): Promise<void> {
    if (!this.isDue) return
    this.#turn.steps = 0
    await this.#rules.pause()
  }

  /** A fresh budget with the same limits, for reading the same input again. */
  pass(): Budget {
    return new Budget(this.#rules, this.#turn)
  }
}

/** Work in parts, with possible yields between them. */
export type Steps<Value> = Generator<void, Value, void>

/** Runs all parts without yielding. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Runs the parts and yields when due. `each`: steps per part, if the parts do not count themselves. */
export async function inTurns<Value>(steps: Steps<Value>, budget: Budget, each = 0): Promise<Value> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    budget.work(each)
    if (budget.isDue) await budget.rest()
  }
}
