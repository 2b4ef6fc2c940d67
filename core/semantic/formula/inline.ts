import { fail } from '../../errors.ts'
import type { Result } from '../../result.ts'
import { parse } from './parse.ts'
import { mapParts } from './parts-of-syntax.ts'
import { print } from './print.ts'
import { attempt, type FormulaFailure, refuse, Refused, type Span } from './problem.ts'
import { find, namesIn, nearestIn, type Scope } from './scope.ts'
import type { Syntax } from './syntax.ts'
import { aggregateFunctions } from './functions/aggregates.ts'
import { units } from './functions/dates.ts'
import { findAggregate } from './functions/registry.ts'

/** Maximum nodes, because nested references could grow exponentially. */
const maxNodes = 3000

/** Replaces names of measures and calculated columns by their formulas; only columns remain. */
export function inline(formula: string, scope: Scope): Result<string, FormulaFailure> {
  const parsed = parse(formula)
  if (!parsed.ok) return parsed
  return attempt(() => print(inlined(parsed.value, scope)))
}

/** Like `inline`, for a parsed formula. Inlined nodes get the position of the name they replace. */
export const inlined = (node: Syntax, scope: Scope, own: string | null = null): Syntax =>
  new Inliner(scope).replace(node, own === null ? [] : [own])

/** Arguments that are units and not names: `month` in date_trunc(month, [Ordered]). */
const unitWords: ReadonlySet<string> = new Set(units)

class Inliner {
  readonly #scope: Scope
  #nodes = 0

  constructor(scope: Scope) {
    this.#scope = scope
  }

  replace(node: Syntax, path: readonly string[]): Syntax {
    if (++this.#nodes > maxNodes) {
      refuse(node, fail('formula/too-large', { reason: 'With the formulas it refers to, this one is too long.' }))
    }
    if (node.kind === 'name') return this.#name(node, path)
    return this.#withTime(mapParts(node, (part) => this.replace(part, path)))
  }

  /** Writes out the default order of `first` and `last`, because the result is compiled without a model. */
  #withTime(node: Syntax): Syntax {
    const { timeColumn } = this.#scope
    if (node.kind !== 'call' || timeColumn === null || node.arguments.length !== 1) return node
    const id = findAggregate(node.name)
    if (id === null || aggregateFunctions[id].second !== 'order') return node
    const by: Syntax = { kind: 'name', name: timeColumn, isBracketed: true, from: node.from, to: node.to }
    return { ...node, arguments: [...node.arguments, by] }
  }

  #name(node: Extract<Syntax, { kind: 'name' }>, path: readonly string[]): Syntax {
    const found = find(this.#scope, node.name)
    if (found === null) {
      if (!node.isBracketed && unitWords.has(node.name.toLowerCase())) return node
      return refuse(
        node,
        fail('formula/unknown-name', {
          name: node.name,
          nearest: nearestIn(this.#scope, node.name),
          names: namesIn(this.#scope),
        }),
      )
    }
    if (found.kind === 'field') return { ...node, name: found.field.name, isBracketed: true }
    const { name, formula } = found.of
    if (path.includes(name)) {
      refuse(node, fail('formula/cycle', { path: [...path.slice(path.indexOf(name)), name] }))
    }
    return elsewhere(node, () => {
      const parsed = parse(formula)
      if (!parsed.ok) throw new Refused(parsed.error)
      return this.replace(parsed.value, [...path, name])
    })
  }
}

/** Reports problems of a referenced formula at the reference. */
function elsewhere(at: Span, work: () => Syntax): Syntax {
  const result = attempt(work)
  if (!result.ok) throw new Refused({ ...result.error, from: at.from, to: at.to })
  return moved(result.value, at)
}

const moved = (node: Syntax, at: Span): Syntax => {
  const placed = { ...mapParts(node, (part) => moved(part, at)), from: at.from, to: at.to }
  return placed.kind === 'call' ? { ...placed, nameSpan: at } : placed
}
