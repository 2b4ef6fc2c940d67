import type { ColumnProfile, Spelling } from '../profile.ts'
import type { CleaningStepId, QualityFinding, QualityPart } from './quality-part.ts'
import { counted, meanOf, percent } from './words.ts'

const minRows = 2

/** Rows that do not use the most frequent spelling. */
const minority = ({ values, rows }: Spelling): number => rows - (values[0]?.count ?? 0)

/** The cleaning step with the least effect that unifies a group of spellings. */
function stepFor({ values }: Spelling): CleaningStepId {
  const different = (change: (text: string) => string): number => new Set(values.map(({ value }) => change(value))).size
  if (different((text) => text.trim()) === 1) return 'trim'
  return different((text) => text.toLowerCase()) === 1 ? 'unify-case' : 'unify-spellings'
}

function spelt({ name, spellings = [] }: ColumnProfile, rows: number): QualityFinding[] {
  const [first] = spellings
  if (first === undefined) return []
  const count = spellings.reduce((sum, group) => sum + minority(group), 0)
  const steps = new Set(spellings.map(stepFor))
  const step = steps.size === 1 ? stepFor(first) : 'unify-spellings'
  const examples = first.values
    .slice(0, 3)
    .map(({ value }) => `“${value}”`)
    .join(', ')
  const sentence = `${name} writes one thing in different ways in ${counted(count, 'row')}: ${examples}.`
  return [{ column: name, count, share: count / rows, sentence, step }]
}

function untrimmed({ name, text, spellings = [] }: ColumnProfile, rows: number): QualityFinding[] {
  const count = text?.untrimmed ?? 0
  if (count === 0 || spellings.some((group) => stepFor(group) === 'trim')) return []
  const sentence = `${name} begins or ends with a space in ${counted(count, 'row')} (${percent(count / rows)}).`
  return [{ column: name, count, share: count / rows, sentence, step: 'trim' }]
}

function constant({ name, distinct, nulls, oddCount }: ColumnProfile, rows: number): QualityFinding[] {
  if (distinct.count !== 1 || nulls + oddCount > 0 || rows < minRows) return []
  return [
    { column: name, count: rows, share: 1, sentence: `${name} holds one value in every row.`, step: 'remove-columns' },
  ]
}

/** Share of texts in the most frequent spelling. A constant column is reported but is no error. */
export const consistency: QualityPart = {
  title: 'Consistency',
  question: 'Is the same thing written in the same way?',
  judge: ({ profile: { columns, rows, version } }) => {
    if (rows === 0 || columns.length === 0 || version === undefined) return null
    const mixed = columns.map((column) => [...spelt(column, rows), ...untrimmed(column, rows)])
    const scores = mixed.map((found) => 1 - Math.min(1, Math.sqrt(found.reduce((sum, { share }) => sum + share, 0))))
    return {
      score: meanOf(scores),
      findings: [...mixed.flat(), ...columns.flatMap((column) => constant(column, rows))],
    }
  },
}
