import type { Steps } from '../../budget.ts'
import { type AtRisk, classesAtRisk, type Space } from './at-risk.ts'
import { type CellSizes, cellSizes, isSmall, largestOf } from './cell-sizes.ts'
import type { LaidSorting, Layout } from './layout.ts'
import { pairedRows } from './pair-classes.ts'
import type { Decision } from './release.ts'

/** What is withheld so far of one release. */
type State = { isRefused: boolean; readonly isNew: boolean; readonly withheld: Set<number> }

/** Rows that are left out, and groups that are withheld, count as cells too: totals tell them. */
const [outside, withheldCell, firstCell] = [0, 1, 2]

/** More cells than this are not looked at together: a matrix of 8 MB, inverted in about a second. */
const maxCells = 1000

/** Each cell of a sorting as a number that only the same set of classes has. */
function hashesOf(cells: Int32Array): readonly number[] {
  const hashes = new Int32Array(largestOf(cells) + 1)
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) hashes[cell] = Math.imul((hashes[cell] as number) ^ (at + 1), 0x01000193)
  }
  return [...hashes].filter((hash) => hash !== 0)
}

/** Decides what is withheld of the new releases of a layout; see SPEC.md. */
export const decide = (layout: Layout): Steps<readonly Decision[]> => new Decider(layout).decisions()

class Decider {
  readonly #layout: Layout
  readonly #states: readonly State[]
  readonly #least: number
  /** What the earlier releases were held to; Infinity where there are none. */
  readonly #leastBefore: number
  /** By quantity; rows themselves first, which everything counts that measures anything. */
  readonly #spaces: readonly (readonly LaidSorting[])[]
  /** Classes that earlier releases put at risk, by space, where they were held to less. */
  readonly #toldBefore = new Map<number, ReadonlySet<number>>()

  constructor(layout: Layout) {
    this.#layout = layout
    const { releases, sortings } = layout
    this.#least = Math.max(...releases.map(({ release }) => release.least))
    this.#leastBefore = Math.min(
      ...releases.flatMap(({ release: { decision, least } }) => (decision === null ? [] : least)),
    )
    this.#states = releases.map(({ release: { decision }, groups }) => {
      const gone = new Set(decision?.withheld)
      const withheld = new Set([...groups.keys()].filter((cell) => gone.has(groups[cell] ?? '')))
      return { isRefused: decision?.isRefused ?? false, isNew: decision === null, withheld }
    })
    const quantities = new Set(sortings.map(({ quantity }) => quantity))
    this.#spaces = [...new Set(['', ...quantities])].map((quantity) =>
      sortings.filter((sorting) => quantity === '' || sorting.quantity === quantity),
    )
  }

  *decisions(): Steps<readonly Decision[]> {
    const { sortings, releases } = this.#layout
    for (const sorting of sortings) {
      this.#withholdSmall(sorting)
      yield
    }
    this.#refuseTooMany()
    do yield* this.#completeAll()
    while (yield* this.#withholdAtRisk())
    return releases.map(({ release, groups }, at) => {
      const { isRefused, withheld } = this.#states[at] as State
      return release.decision ?? { isRefused, withheld: [...withheld].map((cell) => groups[cell] ?? '') }
    })
  }

  *#completeAll(): Steps<void> {
    for (const sorting of this.#layout.sortings)
      while (this.#isOpen(sorting)) {
        const isComplete = this.#isComplete(sorting)
        yield
        if (isComplete) break
      }
  }

  #isOpen = ({ release }: LaidSorting): boolean => {
    const state = this.#states[release]
    return state !== undefined && state.isNew && !state.isRefused
  }

  #stateOf = ({ release }: LaidSorting): State => this.#states[release] as State

  /** The cell of a class as it is told: parts of a group are cells, withheld groups are one together. */
  #cellsTold(sorting: LaidSorting): Int32Array {
    const { cells, parts, isOwn } = sorting
    const { isRefused, withheld } = this.#stateOf(sorting)
    if (isRefused) return new Int32Array(cells.length).fill(-1)
    const width = parts === null ? 1 : largestOf(parts) + 1
    const isGone = new Uint8Array(largestOf(cells) + 1)
    if (isOwn) for (const cell of withheld) isGone[cell] = 1
    return cells.map((cell, at) => {
      if (cell < 0) return outside
      return isGone[cell] === 1 ? withheldCell : firstCell + cell * width + (parts?.[at] ?? 0)
    })
  }

  #sizesOf = ({ counts }: LaidSorting, cells: Int32Array): CellSizes =>
    cellSizes(cells, { rows: this.#layout.rows, persons: this.#layout.persons, counts })

  #isSmall = (sizes: CellSizes, cell: number): boolean => isSmall(sizes, cell, this.#least)

  /** [D1], [D4], [D5]: small groups, and groups of which a figure is made of few rows. */
  #withholdSmall(sorting: LaidSorting): void {
    if (!this.#isOpen(sorting)) return
    const told = this.#cellsTold(sorting)
    const sizes = this.#sizesOf(sorting, told)
    const small = new Set<number>()
    for (let at = 0; at < told.length; at++)
      if ((told[at] as number) >= firstCell && this.#isSmall(sizes, told[at] as number))
        small.add(sorting.cells[at] as number)
    for (const cell of small) this.#withhold(sorting, cell)
  }

  #withhold(sorting: LaidSorting, cell: number): void {
    const isWhole = this.#layout.releases[sorting.release]?.isWhole === true
    if (sorting.isOwn && !isWhole) this.#stateOf(sorting).withheld.add(cell)
    else this.#stateOf(sorting).isRefused = true
  }

  /** Withholds the smallest group that is still told; refuses a release that has none, or only one group. */
  #withholdMore(sorting: LaidSorting): void {
    const { rows } = this.#sizesOf(sorting, sorting.cells)
    const groups = [...rows.keys()].filter((cell) => (rows[cell] as number) > 0)
    const told = groups.filter((cell) => !this.#stateOf(sorting).withheld.has(cell))
    const smallest = told.reduce(
      (best, cell) => ((rows[cell] as number) < (rows[best] as number) ? cell : best),
      told[0] ?? -1,
    )
    if (smallest < 0 || groups.length === 1) this.#stateOf(sorting).isRefused = true
    else this.#withhold(sorting, smallest)
  }

  /** [D2] and [D3]; false where more had to be withheld. */
  #isComplete(sorting: LaidSorting): boolean {
    const told = this.#cellsTold(sorting)
    const sizes = this.#sizesOf(
      sorting,
      told.map((cell) => Math.min(cell, firstCell)),
    )
    const has = (cell: number): boolean => (sizes.rows[cell] ?? 0) > 0
    const isRows = sorting.quantity === ''
    const tellsNothing = has(withheldCell) && !has(firstCell)
    if (isRows && (this.#isSmall(sizes, outside) || tellsNothing)) this.#stateOf(sorting).isRefused = true
    else if (this.#isSmall(sizes, withheldCell)) this.#withholdMore(sorting)
    else return true
    return false
  }

  /** Releases with the most cells are refused first where all together have too many. */
  #refuseTooMany(): void {
    const counts = this.#states.map((_, at) => this.#countCells(at))
    const open = [...counts.keys()].filter((at) => this.#states[at]?.isNew === true && !this.#states[at]?.isRefused)
    const largestFirst = open.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
    let sum = counts.reduce((all, count) => all + count, 0)
    for (const at of largestFirst) {
      if (sum <= maxCells) return
      ;(this.#states[at] as State).isRefused = true
      sum -= counts[at] ?? 0
    }
  }

  #countCells(release: number): number {
    const own = this.#layout.sortings.filter((sorting) => sorting.release === release)
    return new Set(own.flatMap((sorting) => hashesOf(this.#cellsTold(sorting)))).size
  }

  /** [D6]; true where something was withheld. */
  *#withholdAtRisk(): Steps<boolean> {
    for (const [place, sortings] of this.#spaces.entries()) {
      if (!sortings.some(this.#isOpen)) continue
      const risks = yield* this.#risksIn(place, sortings)
      if (risks.length === 0) continue
      this.#withholdFor(risks, sortings)
      return true
    }
    return false
  }

  /** What earlier releases were allowed to tell is told: to them the bound of their time applies. */
  *#risksIn(place: number, sortings: readonly LaidSorting[]): Steps<readonly AtRisk[]> {
    const risks = yield* this.#risksAmong(place, sortings, this.#least)
    if (risks.length === 0 || this.#leastBefore >= this.#least) return risks
    const told = this.#toldBefore.get(place) ?? (yield* this.#risksBefore(place, sortings))
    this.#toldBefore.set(place, told)
    const fresh = risks.filter((risk) => !told.has(risk.class))
    return fresh.length > 0 ? fresh : yield* this.#risksAmong(place, sortings, this.#leastBefore)
  }

  *#risksBefore(place: number, sortings: readonly LaidSorting[]): Steps<ReadonlySet<number>> {
    const earlier = sortings.filter(({ release }) => this.#states[release]?.isNew === false)
    if (earlier.length === 0) return new Set()
    const risks = yield* this.#risksAmong(place, earlier, this.#least)
    return new Set(risks.map((risk) => risk.class))
  }

  /** Classes at risk by what these sortings tell of a space: rows themselves are the first, of any version. */
  *#risksAmong(place: number, sortings: readonly LaidSorting[], least: number): Steps<readonly AtRisk[]> {
    if (place > 0) return yield* classesAtRisk(this.#measured(sortings), least)
    const distinct = this.#distinct(sortings)
    const told = distinct.map((sorting) => this.#cellsTold(sorting))
    const { rows, alike } = this.#layout
    const risks = yield* classesAtRisk({ rows, sortings: told }, least)
    if (risks.length > 0 || alike === null) return risks
    const { space, origin } = pairedRows(this.#layout, distinct, told)
    const paired = yield* classesAtRisk(space, least)
    return paired.map((risk) => ({ ...risk, class: origin[risk.class] as number }))
  }

  /** Sums over rows that have a quantity: what filters leave out of it is told by no total. */
  #measured(sortings: readonly LaidSorting[]): Space {
    const counts = sortings[0]?.counts ?? null
    const { rows } = this.#layout
    return {
      rows: counts === null ? rows : rows.map((count, at) => count * (counts[at] as number)),
      sortings: this.#distinct(sortings).map((sorting) =>
        this.#cellsTold(sorting).map((cell) => (cell === outside ? -1 : cell)),
      ),
    }
  }

  /** Measures of the same groups under the same filters sort rows alike. */
  #distinct(sortings: readonly LaidSorting[]): readonly LaidSorting[] {
    return sortings.filter(
      (one, at) =>
        !sortings
          .slice(0, at)
          .some(
            (other) =>
              other.cells === one.cells &&
              other.parts === one.parts &&
              other.isOwn === one.isOwn &&
              other.release === one.release,
          ),
    )
  }

  /** Withholds the smallest cells of the surest quarter of the classes at risk; the rest may be safe by then. */
  #withholdFor(risks: readonly AtRisk[], sortings: readonly LaidSorting[]): void {
    const open = sortings.filter(this.#isOpen)
    const sizes = open.map((sorting) => this.#sizesOf(sorting, sorting.cells).rows)
    const done = new Set<number>()
    for (const { class: at } of risks.slice(0, Math.ceil(risks.length / 4))) {
      const holding = open
        .map((sorting, place) => ({ sorting, place, cell: sorting.cells[at] as number }))
        .filter(({ sorting, cell }) => cell >= 0 && this.#isOpen(sorting))
        .map((held) => ({ ...held, size: sizes[held.place]?.[held.cell] ?? 0 }))
      const told = holding.filter(({ sorting, cell }) => !this.#stateOf(sorting).withheld.has(cell))
      const [best] = told.sort((a, b) => a.size - b.size || b.place - a.place)
      if (best) this.#withhold(best.sorting, best.cell)
      else this.#withholdBeside(holding.at(-1)?.sorting ?? open.findLast(this.#isOpen), done)
    }
  }

  /** A class that is nowhere told is at risk by what is told around it: once a round, more is withheld there. */
  #withholdBeside(sorting: LaidSorting | undefined, done: Set<number>): void {
    if (!sorting || done.has(sorting.release)) return
    done.add(sorting.release)
    this.#withholdMore(sorting)
  }
}
