import type { ColumnType } from '../../../table/table.ts'
import type { RelationshipDecision } from '../model-document.ts'
import { type Check, type Checking, listed, type ModelProblem, wrong } from './check.ts'

const isNumber = (type: ColumnType): boolean => type === 'integer' || type === 'decimal'
const agree = (a: ColumnType, b: ColumnType): boolean => a === b || (isNumber(a) && isNumber(b))

type Place = { readonly each: RelationshipDecision; readonly at: number }

function checkName({ each, at }: Place, { document, generated }: Checking): ModelProblem[] {
  const path = ['relationships', at, 'name']
  const { name } = each
  if (name === '') return [wrong(path, 'This relationship has no name.', 'Its columns will be named after it.')]
  if (name.includes('.'))
    return [wrong(path, `“${name}” has a dot in it.`, 'Leave it out: the dot parts the name from its columns.')]
  const isTwice = document.relationships.slice(0, at).some((other) => other.name.toLowerCase() === name.toLowerCase())
  if (isTwice) return [wrong(path, `Two relationships are called “${name}”.`, 'Give one of them another name.')]
  const clash = generated.columns.find((column) => column.name.toLowerCase().startsWith(`${name.toLowerCase()}.`))
  if (!clash) return []
  return [wrong(path, `“${clash.name}” is a column of this dataset already.`, 'Give the relationship another name.')]
}

function missing({ each, at }: Place, { deleted }: Checking): ModelProblem {
  const path = ['relationships', at, 'dataset']
  const gone = deleted.find(({ dataset }) => dataset === each.dataset)
  if (!gone) {
    const hint = 'Choose one of your datasets, or remove the relationship.'
    return wrong(path, `The dataset that “${each.name}” leads to is not here.`, hint)
  }
  const hint = 'Restore it under “Recently deleted”, choose another dataset, or remove the relationship.'
  return wrong(path, `“${each.name}” leads to ${gone.name}, which was deleted.`, hint)
}

function checkKey(place: Place, checking: Checking): ModelProblem[] {
  const { each, at } = place
  const { related, find } = checking
  const other = related.find(({ dataset }) => dataset === each.dataset)
  const path = ['relationships', at]
  if (!other) return [missing(place, checking)]
  const key = other.columns.find(({ name }) => name === each.key)
  if (!key) {
    const hint = `Its keys are ${listed(other.keys)}.`
    return [wrong([...path, 'key'], `“${each.key}” is not a column of ${other.name}.`, hint)]
  }
  const column = find(each.column)
  if (column && !agree(column.type, key.type)) {
    const message = `${column.label} holds ${column.type} values, and ${key.label} of ${other.name} ${key.type} values: they never meet.`
    return [
      wrong([...path, 'key'], message, 'Choose columns of the same type, or change a type where the file is read.'),
    ]
  }
  if (other.keys.includes(each.key)) return []
  const message = `${key.label} stands more than once in ${other.name}, so a row here could have several partners there.`
  const hint =
    other.keys.length === 0
      ? 'Relate it the other way round: from the dataset of many rows to the one of few.'
      : `Choose a column whose every value stands once: ${listed(other.keys)}.`
  return [wrong([...path, 'key'], message, hint)]
}

/** A relationship must end at a unique key, so that joins never duplicate rows. */
export const checkRelationships: Check = (checking) =>
  checking.document.relationships.flatMap((each, at) => {
    const problems = [...checkName({ each, at }, checking), ...checkKey({ each, at }, checking)]
    if (checking.find(each.column)) return problems
    const message = `“${each.column}” is not a column of this dataset.`
    return [...problems, wrong(['relationships', at, 'column'], message, 'Choose the column that names the partner.')]
  })
