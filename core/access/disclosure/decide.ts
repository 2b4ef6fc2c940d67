import { type AtRisk, classesAtRisk, type Space } from './at-risk.ts'
import type { LaidSorting, Layout } from './layout.ts'
import type { Decision } from './release.ts'

/** What is withheld so far of one release. */
type State = { isRefused: boolean; readonly isNew: boolean; readonly withheld: Set<number> }

/** Rows that are left out, and groups that are withheld, count as cells too: totals tell them. */
const [outside, withheldCell, firstCell] = [0, 1, 2]

/** More cells than this are not looked at together: a matrix of 8 MB, inverted in about a second. */
const mostCells = 1000

/** Each cell of a sorting as a text that only the same set of classes has. */
function cellsById(cells: Int32Array): readonly string[] {
  const hashes = new Map<number, number>()
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0) hashes.set(cell, (Math.imul(hashes.get(cell) ?? 7, 0x01000193) ^ at) | 0)
  }
  return [...hashes.values()].map(String)
}

/** How many rows and persons are in a cell. */
type Size = { rows: number; readonly persons: Set<number> }

/** Decides what is withheld of the new releases of a layout; see SPEC.md. */
export function decide(layout: Layout): readonly Decision[] {
  return new Decider(layout).decisions()
}

class Decider {
  readonly #layout: Layout
  readonly #states: readonly State[]
  readonly #least: number
  /** What the earlier releases were held to; Infinity where there are none. */
  readonly #leastBefore: number
  /** By quantity; rows themselves first. */
  readonly #spaces: readonly (readonly LaidSorting[])[]
  /** Classes that earlier releases put at risk, by space, where they were held to less. */
  readonly #toldBefore = new Map<number, ReadonlySet<number>>()

  constructor(layout: Layout) {
    this.#layout = layout
    this.#least = Math.max(...layout.releases.map(({ release }) => release.least))
    this.#leastBefore = Math.min(
      ...layout.releases.flatMap(({ release: { decision, least } }) => (decision === null ? [] : least)),
    )
    this.#states = layout.releases.map(({ release: { decision }, groups }) => {
      const gone = new Set(decision?.withheld)
      const cells = [...groups.keys()].filter((cell) => gone.has(groups[cell] ?? ''))
      return { isRefused: decision?.isRefused ?? false, isNew: decision === null, withheld: new Set(cells) }
    })
    const quantities = [...new Set(['', ...layout.sortings.map(({ quantity }) => quantity)])]
    this.#spaces = quantities.map((quantity) => this.#space(quantity))
  }

  /** Whatever is measured also counts rows. */
  #space = (quantity: string): readonly LaidSorting[] =>
    this.#layout.sortings.filter((sorting) => quantity === '' || sorting.quantity === quantity)

  decisions(): readonly Decision[] {
    for (const sorting of this.#layout.sortings) this.#withholdSmall(sorting)
    this.#refuseTooMany()
    do this.#completeAll()
    while (this.#withholdAtRisk())
    return this.#layout.releases.map(({ release, groups }, at) => {
      const { isRefused, withheld } = this.#states[at] as State
      return release.decision ?? { isRefused, withheld: [...withheld].map((cell) => groups[cell] ?? '') }
    })
  }

  #isOpen = ({ release }: LaidSorting): boolean => {
    const state = this.#states[release]
    return state !== undefined && state.isNew && !state.isRefused
  }

  /** The cell of a class as it is told: parts of a group are cells, withheld groups are one together. */
  #cellsTold(sorting: LaidSorting): Int32Array {
    const { isRefused, withheld } = this.#states[sorting.release] as State
    if (isRefused) return sorting.cells.map(() => -1)
    const parts = 1 + sorting.parts.reduce((most, part) => Math.max(most, part), 0)
    return sorting.cells.map((cell, at) => {
      if (cell < 0) return outside
      return sorting.isOwn && withheld.has(cell)
        ? withheldCell
        : firstCell + cell * parts + (sorting.parts[at] as number)
    })
  }

  /** How large the cells of a sorting are, of the rows that have its quantity. */
  #sizes(sorting: LaidSorting, keyOf: (at: number) => number): ReadonlyMap<number, Size> {
    const { rows, persons } = this.#layout
    const sizes = new Map<number, Size>()
    for (let at = 0; at < rows.length; at++) {
      if (sorting.counts[at] !== 1) continue
      const size = sizes.get(keyOf(at)) ?? { rows: 0, persons: new Set() }
      sizes.set(keyOf(at), size)
      size.rows += rows[at] as number
      const person = persons?.[at] ?? -1
      if (person >= 0 && size.persons.size < this.#least) size.persons.add(person)
    }
    return sizes
  }

  #isSmall = ({ rows, persons }: Size): boolean =>
    rows > 0 &&
    (rows < this.#least || (this.#layout.persons !== null && persons.size > 0 && persons.size < this.#least))

  /** [D1], [D4], [D5]: small groups, and groups of which a figure is made of few rows. */
  #withholdSmall(sorting: LaidSorting): void {
    if (!this.#isOpen(sorting)) return
    const told = this.#cellsTold(sorting)
    const sizes = this.#sizes(sorting, (at) => told[at] as number)
    for (let at = 0; at < told.length; at++) {
      const size = sizes.get(told[at] as number)
      if (size && (told[at] as number) >= firstCell && this.#isSmall(size))
        this.#withhold(sorting, sorting.cells[at] as number)
    }
  }

  #withhold(sorting: LaidSorting, cell: number): void {
    const state = this.#states[sorting.release] as State
    const isWhole = this.#layout.releases[sorting.release]?.isWhole === true
    if (sorting.isOwn && !isWhole) state.withheld.add(cell)
    else state.isRefused = true
  }

  /** Withholds the smallest group that is still told; refuses a release that has none. */
  #withholdMore(sorting: LaidSorting): void {
    const state = this.#states[sorting.release] as State
    const sizes = this.#sizes(sorting, (at) => sorting.cells[at] as number)
    let smallest: readonly [number, number] | null = null
    for (const [cell, { rows }] of sizes)
      if (cell >= 0 && !state.withheld.has(cell) && (smallest === null || rows < smallest[1])) smallest = [cell, rows]
    if (smallest === null || sizes.size <= 1) state.isRefused = true
    else this.#withhold(sorting, smallest[0])
  }

  /** [D2] and [D3], until they hold. */
  #completeAll(): void {
    for (const sorting of this.#layout.sortings) while (this.#isOpen(sorting) && !this.#isComplete(sorting));
  }

  #isComplete(sorting: LaidSorting): boolean {
    const told = this.#cellsTold(sorting)
    const sizes = this.#sizes(sorting, (at) => Math.min(told[at] as number, firstCell))
    const state = this.#states[sorting.release] as State
    const [left, gone, shown] = [outside, withheldCell, firstCell].map((cell) => sizes.get(cell))
    const isRows = sorting.quantity === ''
    const leavesFew = left !== undefined && this.#isSmall(left)
    const tellsNothing = shown === undefined && gone !== undefined
    if (isRows && (leavesFew || tellsNothing)) state.isRefused = true
    else if (gone !== undefined && this.#isSmall(gone)) this.#withholdMore(sorting)
    else return true
    return false
  }

  /** Releases with the most cells are refused first where all together have too many. */
  #refuseTooMany(): void {
    for (;;) {
      const told = this.#layout.releases.map((_, at) => this.#countCells(at))
      if (told.reduce((sum, count) => sum + count, 0) <= mostCells) return
      const open = [...told.keys()].filter((at) => this.#states[at]?.isNew === true && !this.#states[at]?.isRefused)
      const [largest] = open.sort((a, b) => (told[b] ?? 0) - (told[a] ?? 0))
      if (largest === undefined) return
      ;(this.#states[largest] as State).isRefused = true
    }
  }

  #countCells(release: number): number {
    const own = this.#layout.sortings.filter((sorting) => sorting.release === release)
    const sets = new Set(own.flatMap((sorting) => cellsById(this.#cellsTold(sorting))))
    return sets.size
  }

  /** [D6]; true where something was withheld. */
  #withholdAtRisk(): boolean {
    for (const [place, sortings] of this.#spaces.entries()) {
      if (!sortings.some(this.#isOpen)) continue
      const risks = this.#risksIn(place, sortings)
      if (risks.length === 0) continue
      this.#withholdFor(risks, sortings)
      return true
    }
    return false
  }

  /** What earlier releases were allowed to tell is told: to them the bound of their time applies. */
  #risksIn(place: number, sortings: readonly LaidSorting[]): readonly AtRisk[] {
    const space = this.#known(sortings, place === 0)
    const risks = classesAtRisk(space, this.#least)
    if (risks.length === 0 || this.#leastBefore >= this.#least) return risks
    const told = this.#toldBefore.get(place) ?? this.#risksBefore(place, sortings)
    this.#toldBefore.set(place, told)
    const fresh = risks.filter((risk) => !told.has(risk.class))
    return fresh.length > 0 ? fresh : classesAtRisk(space, this.#leastBefore)
  }

  #risksBefore(place: number, sortings: readonly LaidSorting[]): ReadonlySet<number> {
    const earlier = sortings.filter(({ release }) => this.#states[release]?.isNew === false)
    if (earlier.length === 0) return new Set()
    return new Set(classesAtRisk(this.#known(earlier, place === 0), this.#least).map((risk) => risk.class))
  }

  /** Sums over rows that are told: in measured quantities what filters leave out is told by no total. */
  #known(sortings: readonly LaidSorting[], isRows: boolean): Space {
    const [first] = sortings
    const rows = this.#layout.rows.map((count, at) => (isRows || first?.counts[at] === 1 ? count : 0))
    const told = sortings.map((sorting) => this.#cellsTold(sorting))
    return { rows, sortings: isRows ? told : told.map((cells) => cells.map((cell) => (cell === outside ? -1 : cell))) }
  }

  /** Withholds the smallest cells of the surest quarter of the classes at risk; the rest may be safe by then. */
  #withholdFor(risks: readonly AtRisk[], sortings: readonly LaidSorting[]): void {
    const open = sortings.filter(this.#isOpen)
    const sizes = open.map((sorting) => this.#sizes(sorting, (at) => sorting.cells[at] as number))
    const done = new Set<string>()
    for (const { class: at } of risks.slice(0, Math.ceil(risks.length / 4))) {
      const holding = open
        .map((sorting, place) => ({ sorting, place, cell: sorting.cells[at] as number }))
        .filter(({ sorting, cell }) => cell >= 0 && this.#isOpen(sorting))
      const told = holding.filter(({ sorting, cell }) => !this.#states[sorting.release]?.withheld.has(cell))
      const [best] = told.sort(
        (a, b) =>
          (sizes[a.place]?.get(a.cell)?.rows ?? 0) - (sizes[b.place]?.get(b.cell)?.rows ?? 0) || b.place - a.place,
      )
      if (best) this.#withhold(best.sorting, best.cell)
      else this.#withholdBeside(holding.at(-1)?.sorting ?? open.findLast(this.#isOpen), done)
    }
  }

  /** A class that is nowhere told is at risk by what is told around it: once a round, more is withheld there. */
  #withholdBeside(sorting: LaidSorting | undefined, done: Set<string>): void {
    if (!sorting || done.has(String(sorting.release))) return
    done.add(String(sorting.release))
    this.#withholdMore(sorting)
  }
}
