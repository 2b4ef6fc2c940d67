import { fail } from '../../errors.ts'
import type { Result } from '../../result.ts'
import { tokensOf } from './lexer.ts'
import { Parser } from './parser.ts'
import { attempt, type FormulaFailure, refuse } from './problem.ts'
import type { Syntax } from './syntax.ts'

/** Parses a formula; errors have their position. */
export function parse(text: string): Result<Syntax, FormulaFailure> {
  return attempt(() => {
    if (text.trim() === '') refuse({ from: 0, to: text.length }, fail('formula/empty'))
    return new Parser(tokensOf(text)).whole()
  })
}
