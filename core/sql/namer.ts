import type { Dialect } from './dialects/dialect.ts'

/** Creates unique names, ignoring case, because most databases equate `Sales` and `sales`. */
export class Namer {
  readonly #taken = new Set<string>()
  readonly #canName: Dialect['canName']

  constructor(dialect: Dialect) {
    this.#canName = dialect.canName
  }

  /** Names that must not be used. */
  reserve(names: readonly string[]): void {
    for (const name of names) this.#taken.add(folded(name))
  }

  /** The wanted name, or a variant of it. */
  name(wanted: string): string {
    const stem = [wanted, plain(wanted)].find((name) => this.#canName(`${name} 99`)) ?? 'column'
    let name = this.#canName(wanted) ? wanted : stem
    for (let count = 2; this.#taken.has(folded(name)); count++) name = `${stem} ${count}`
    this.#taken.add(folded(name))
    return name
  }
}

/** A name that every database accepts. */
const plain = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}_ ]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
    .slice(0, 40)
    .trim()

const folded = (name: string): string => name.toLowerCase().normalize('NFKC')
