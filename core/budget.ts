import type { Failure } from './errors.ts'

/** Lets others have their turn; resolves when the work may go on. */
export type Pause = () => Promise<void>

/** Where nobody else waits. */
export const noPause: Pause = () => Promise.resolve()

/** What a budget bounds: cells of tables, and bytes that are unpacked or written. */
export type Measure = 'cells' | 'bytes'

/** Steps between two pauses; a step is about the work of reading one byte of CSV, 60 ns, so these take about 15 ms. */
const stepsPerTurn = 1 << 18

type Rules = {
  readonly limits: Readonly<Record<Measure, number>>
  /** The sentence for what was too large. */
  readonly refuse: (measure: Measure, limit: number) => Failure
  readonly pause: Pause
}

/** Thrown where a budget is spent; caught where the work began, which returns its failure. */
export class OverBudget extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * What some work may take. It is charged before anything is made, so that a small input that claims to be large ends in
 * a sentence; and it counts steps of work, so that the work gives others their turn without a clock.
 */
export class Budget {
  readonly #rules: Rules
  readonly #turn: { steps: number }
  readonly #spent: Record<Measure, number> = { cells: 0, bytes: 0 }

  constructor(rules: Rules, turn: { steps: number } = { steps: 0 }) {
    this.#rules = rules
    this.#turn = turn
  }

  /** To be called before so much is made. Throws `OverBudget` where there is not so much left. */
  charge(measure: Measure, amount: number): void {
    this.#spent[measure] += amount
    const limit = this.#rules.limits[measure]
    if (this.#spent[measure] > limit) throw new OverBudget(this.#rules.refuse(measure, limit))
  }

  /** Counts work that is done, towards the next rest. */
  work(steps: number): void {
    this.#turn.steps += steps
  }

  /** Is it time to rest? */
  get isDue(): boolean {
    return this.#turn.steps >= stepsPerTurn
  }

  /** Gives others their turn, where it is time. */
  async rest(): Promise<void> {
    if (!this.isDue) return
    this.#turn.steps = 0
    await this.#rules.pause()
  }

  /** The whole budget once more, for reading the same again. */
  pass(): Budget {
    return new Budget(this.#rules, this.#turn)
  }
}

/** Work in parts, between which others may have their turn. */
export type Steps<Value> = Generator<void, Value, void>

/** Does all of the work at once. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** Rests between the parts of the work, where it is time. `each`: the work of a part, where it does not count it itself. */
export async function inTurns<Value>(steps: Steps<Value>, budget: Budget, each = 0): Promise<Value> {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
    budget.work(each)
    if (budget.isDue) await budget.rest()
  }
}
