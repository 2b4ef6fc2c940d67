import { units } from './functions/dates.ts'
import { parse } from './parse.ts'
import { partsOfSyntax } from './parts-of-syntax.ts'
import type { Syntax } from './syntax.ts'

const unitWords: ReadonlySet<string> = new Set(units)

function namesIn(node: Syntax): readonly string[] {
  if (node.kind !== 'name') return partsOfSyntax(node).flatMap(namesIn)
  return node.isBracketed || !unitWords.has(node.name.toLowerCase()) ? [node.name] : []
}

/** Distinct names in a formula as written; none for invalid text. */
export function namesOfFormula(formula: string): readonly string[] {
  const parsed = parse(formula)
  return parsed.ok ? [...new Set(namesIn(parsed.value))] : []
}
