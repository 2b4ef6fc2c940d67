import { inSentence, labelOf, labelOfDimension, labelOfMeasure, labelOfRows } from '../charts/labels.ts'
import { modelOver } from '../charts/model-over.ts'
import type { SemanticModel } from '../semantic/semantic-model.ts'
import type { Exploration } from './exploration.ts'

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** Maximum listed columns in a title. */
const maxNamed = 3

/** A title for an exploration: `Total revenue by region and order date`. */
export function titleOf(asked: Exploration, known: SemanticModel): string {
  const model = modelOver(asked, known)
  const { rows, columns, values, listed } = asked
  if (listed.length > 0 && rows.length + columns.length + values.length === 0) {
    const named = listed.slice(0, maxNamed).map((name) => labelOf(model, name))
    return `${labelOfRows(model)}: ${list(named)}${listed.length > maxNamed ? ' …' : ''}`
  }
  const measured = values.map((value, at) => {
    const label = labelOfMeasure(value, model)
    return at === 0 ? label : inSentence(label)
  })
  const by = [...rows, ...columns].map((dimension) => inSentence(labelOfDimension(dimension, model)))
  if (measured.length === 0)
    return by.length === 0 ? '' : list([...rows, ...columns].map((each) => labelOfDimension(each, model)))
  return by.length === 0 ? list(measured) : `${list(measured)} by ${list([...new Set(by)])}`
}
