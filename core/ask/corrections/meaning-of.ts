import { bracketed } from '../../semantic/formula/print.ts'
import type { Correction } from '../../semantic/correction.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { columnOf } from '../../charts/labels.ts'
import type { Piece } from '../pieces.ts'
import type { Chip } from '../reading.ts'
import { wordsOf } from '../words.ts'

type Meant = Pick<Correction, 'column' | 'value'>

/** The name of what a correction leads to, as people say it. */
export function labelOfMeaning({ column, value }: Meant, model: SemanticModel): string {
  const label = columnOf(model, column)?.label ?? model.measures.find(({ name }) => name === column)?.label ?? column
  return value === null ? label : `${label} ${String(value)}`
}

/** Does the piece compute, group by or keep what the correction leads to? */
export function isOf({ of }: Piece, { column, value }: Meant): boolean {
  const text = JSON.stringify(of)
  const isNamed = text.includes(`:${JSON.stringify(column)}`) || text.includes(bracketed(column))
  return isNamed && (value === null || text.includes(JSON.stringify(value)))
}

const stemsOf = (text: string): readonly string[] => wordsOf(text).map(({ stem }) => stem)

function holds(words: readonly string[], sought: readonly string[]): boolean {
  return words.some((_, from) => sought.every((each, at) => words[from + at] === each))
}

/** What words of a piece mean here because a person said so; null where nobody did. */
export function meaningOf(piece: Piece, words: string, model: SemanticModel): NonNullable<Chip['means']> | null {
  if (words === '' || !model.corrections?.length) return null
  const said = stemsOf(words)
  const correction = model.corrections.find((each) => holds(said, stemsOf(each.words)) && isOf(piece, each))
  return correction ? { words: correction.words, what: labelOfMeaning(correction, model) } : null
}
