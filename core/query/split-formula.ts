import { findAggregate } from '../semantic/formula/functions/registry.ts'
import { parse } from '../semantic/formula/parse.ts'
import { mapParts } from '../semantic/formula/parts-of-syntax.ts'
import { print } from '../semantic/formula/print.ts'
import type { Syntax } from '../semantic/formula/syntax.ts'
import type { Filter } from './filter.ts'
import type { Measure } from './measure.ts'
import type { Query } from './query.ts'

type Calculation = Query['calculations'][number]
type Call = Extract<Syntax, { kind: 'call' }>

/**
 * A formula measure split for any engine: plain measures, calculated columns for their inputs, and a formula over
 * their results.
 */
export type SplitFormula = {
  readonly calculations: readonly Calculation[]
  readonly measures: readonly Measure[]
  /** Names only results of the plain measures. */
  readonly formula: string
}

/** Longer names are replaced by numbers. */
const longestName = 250

/** Extracts the aggregates of a valid formula. The measure's filter applies to each of them. */
export function splitFormula(
  formula: string,
  { filter, place }: { filter: Filter | undefined; place: number },
): SplitFormula {
  const parsed = parse(formula)
  if (!parsed.ok) throw new Error(parsed.error.message)
  const splitter = new Splitter(filter, place)
  const rest = splitter.split(parsed.value)
  return { calculations: splitter.calculations, measures: splitter.measures, formula: print(rest) }
}

class Splitter {
  readonly calculations: Calculation[] = []
  readonly measures: Measure[] = []
  readonly #filter: Filter | undefined
  readonly #place: number

  constructor(filter: Filter | undefined, place: number) {
    this.#filter = filter
    this.#place = place
  }

  split(node: Syntax): Syntax {
    if (node.kind !== 'call' || findAggregate(node.name) === null) return mapParts(node, (part) => this.split(part))
    return { kind: 'name', name: this.#measure(node), isBracketed: true, from: node.from, to: node.to }
  }

  /**
   * The name describes the aggregate, so equal aggregates are computed once; a different filter gives a different
   * name.
   */
  #measure(call: Call): string {
    const as = this.#named(`${print(call)}${this.#filter ? ` of ${this.#place}` : ''}`, this.measures.length)
    if (!this.measures.some((one) => one.as === as)) this.measures.push({ ...this.#aggregate(call), as })
    return as
  }

  #aggregate({ name, arguments: [of, second], where }: Call): Measure {
    const aggregate = findAggregate(name) ?? 'count'
    const isRanked = aggregate === 'first' || aggregate === 'last'
    const filters = [...(where ? [this.#isTrue(where)] : []), ...(this.#filter ? [this.#filter] : [])]
    return {
      aggregate,
      ...(of ? { column: this.#column(of) } : {}),
      ...(aggregate === 'quantile' && second ? { quantile: Number(print(second)) } : {}),
      ...(isRanked && second ? { by: this.#column(second) } : {}),
      ...(filters.length > 0 ? { filter: { op: 'and', filters } } : {}),
    }
  }

  #isTrue = (where: Syntax): Filter => ({ op: 'in', column: this.#column(where), values: [true] })

  /** A plain column, or a new calculated one. */
  #column(node: Syntax): string {
    if (node.kind === 'name') return node.name
    const formula = print(node)
    const name = this.#named(formula, this.calculations.length)
    if (!this.calculations.some((one) => one.name === name)) this.calculations.push({ name, formula })
    return name
  }

  #named = (text: string, at: number): string =>
    text.length <= longestName ? `ƒ ${text}` : `ƒ ${this.#place}.${at} ${text.slice(0, longestName)}`
}
