/** Direction of values over the rows: `increasing` is strict, `ascending` allows equal neighbours. */
export type Order = 'increasing' | 'ascending' | 'decreasing' | 'descending' | 'constant' | 'none'

type Steps = { readonly rises: boolean; readonly falls: boolean; readonly stays: boolean }

/** Consecutive values; sums and products are relative to `centre`, which limits cancellation. */
type Run = Steps & {
  readonly count: number
  readonly first: number
  readonly last: number
  readonly centre: number
  readonly sum: number
  readonly squares: number
  /** Sum of products of neighbours. */
  readonly products: number
}

const anyStep: Steps = { rises: true, falls: true, stays: true }

function stepsOf(values: Float64Array, count: number): Steps {
  let [rises, falls, stays] = [false, false, false]
  let previous = values[0] as number
  for (let index = 1; index < count; index++) {
    const value = values[index] as number
    if (value > previous) rises = true
    else if (value < previous) falls = true
    else stays = true
    if (rises && falls) return anyStep
    previous = value
  }
  return { rises, falls, stays }
}

function runOf(values: Float64Array, count: number, centre: number, steps: Steps): Run {
  const first = values[0] as number
  let previous = first - centre
  let [sum, squares, products] = [previous, previous * previous, 0]
  for (let index = 1; index < count; index++) {
    const value = (values[index] as number) - centre
    products += previous * value
    sum += value
    squares += value * value
    previous = value
  }
  return { ...steps, count, first, last: values[count - 1] as number, centre, sum, squares, products }
}

/** Joins two runs: shifts the second to the centre of the first and adds the step between them. */
function joinRuns(a: Run, b: Run): Run {
  const shift = b.centre - a.centre
  const ends = b.first - b.centre + (b.last - b.centre)
  const moved = b.products + shift * (2 * b.sum - ends) + (b.count - 1) * shift * shift
  return {
    rises: a.rises || b.rises || b.first > a.last,
    falls: a.falls || b.falls || b.first < a.last,
    stays: a.stays || b.stays || b.first === a.last,
    count: a.count + b.count,
    first: a.first,
    last: b.last,
    centre: a.centre,
    sum: a.sum + b.sum + b.count * shift,
    squares: a.squares + b.squares + shift * (2 * b.sum + b.count * shift),
    products: a.products + moved + (a.last - a.centre) * (b.first - a.centre),
  }
}

/** Tracks changes from row to row. Parts merge in row order. */
export class RowOrder {
  #run: Run | null = null

  /** Adds `values[0, count)`, without NaN, relative to an approximate centre. */
  add(values: Float64Array, count: number, centre: number): void {
    if (count === 0) return
    const isMixed = this.#run !== null && this.#run.rises && this.#run.falls
    this.#follow(runOf(values, count, centre, isMixed ? anyStep : stepsOf(values, count)))
  }

  #follow(next: Run): void {
    this.#run = this.#run === null ? next : joinRuns(this.#run, next)
  }

  merge(next: RowOrder): void {
    if (next.#run !== null) this.#follow(next.#run)
  }

  get order(): Order {
    if (this.#run === null || (this.#run.rises && this.#run.falls)) return 'none'
    const { rises, falls, stays } = this.#run
    if (rises) return stays ? 'ascending' : 'increasing'
    if (falls) return stays ? 'descending' : 'decreasing'
    return 'constant'
  }

  /** Lag-1 autocorrelation about the mean. */
  autocorrelation(mean: number): number | null {
    const run = this.#run
    if (run === null || run.count < 2 || (!run.rises && !run.falls)) return null
    const shift = mean - run.centre
    const ends = run.first - run.centre + (run.last - run.centre)
    const products = run.products - shift * (2 * run.sum - ends) + (run.count - 1) * shift * shift
    const ratio = products / (run.squares - shift * (2 * run.sum - run.count * shift))
    return Number.isFinite(ratio) ? ratio : null
  }
}
