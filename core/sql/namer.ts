import type { Dialect } from './dialects/dialect.ts'

/** Gives names that stand once in a statement, for most databases take `Sales` and `sales` for the same. */
export class Namer {
  readonly #taken = new Set<string>()
  readonly #canName: Dialect['canName']

  constructor(dialect: Dialect) {
    this.#canName = dialect.canName
  }

  /** Names that must not be given. */
  reserve(names: readonly string[]): void {
    for (const name of names) this.#taken.add(folded(name))
  }

  /** The name wanted, or one like it. */
  name(wanted: string): string {
    const stem = this.#canName(wanted) && this.#canName(`${wanted} 99`) ? wanted : 'column'
    let name = stem
    for (let count = 2; this.#taken.has(folded(name)); count++) name = `${stem} ${count}`
    this.#taken.add(folded(name))
    return name
  }
}

const folded = (name: string): string => name.toLowerCase().normalize('NFKC')
