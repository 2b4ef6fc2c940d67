import type { SemanticColumn } from '../../semantic-model.ts'
import type { Aggregate } from '../../vocabulary.ts'
import type { ColumnDecision } from '../model-document.ts'
import { possibleAggregates } from '../possible-aggregates.ts'
import { possibleFormats, possibleRoles } from '../possible-choices.ts'
import { type Check, listed, type ModelProblem, note, wrong } from './check.ts'

function checkChoices(column: SemanticColumn, { role, format }: ColumnDecision): ModelProblem[] {
  const { name, label, type } = column
  const problems: ModelProblem[] = []
  if (role && !possibleRoles(type).includes(role)) {
    const hint = `It can be a ${listed(possibleRoles(type))}.`
    problems.push(wrong(['columns', name, 'role'], `${label} cannot be a ${role}: it holds ${type} values.`, hint))
  }
  if (format && !possibleFormats(type).includes(format)) {
    const hint = `It can be written as ${listed(possibleFormats(type))}.`
    problems.push(wrong(['columns', name, 'format'], `${label} cannot be written as ${format}.`, hint))
  }
  return problems
}

const words: Partial<Readonly<Record<Aggregate, string>>> = {
  sum: 'A sum',
  mean: 'An average',
  median: 'A median',
  quantile: 'A quantile',
  sd: 'A standard deviation',
  variance: 'A variance',
}

function impossible({ label, type }: SemanticColumn, role: string, aggregate: Aggregate): [string, string] {
  const what = `${words[aggregate] ?? aggregate} of ${label} means nothing`
  return role === 'id' || role === 'time'
    ? [`${what}: it tells rows apart.`, 'Count its different values, or make it a measure if it is an amount.']
    : [`${what}: it holds ${type} values.`, 'Count its values instead.']
}

function checkAggregates(column: SemanticColumn, decided: ColumnDecision): ModelProblem[] {
  const role = decided.role ?? column.role
  const possible = possibleAggregates(column.type, role)
  const path = ['columns', column.name]
  const problems = (decided.aggregates ?? [])
    .filter((aggregate) => !possible.includes(aggregate))
    .map((aggregate) => wrong([...path, 'aggregates'], ...impossible(column, role, aggregate)))
  const { defaultAggregate: usual, aggregates } = decided
  if (aggregates?.length === 0) {
    const hint = 'Allow at least one; to leave the column out, hide it.'
    problems.push(wrong([...path, 'aggregates'], `Nothing may be computed of ${column.label}.`, hint))
  }
  if (usual && !possible.includes(usual)) {
    problems.push(wrong([...path, 'defaultAggregate'], ...impossible(column, role, usual)))
  } else if (usual && aggregates && aggregates.length > 0 && !aggregates.includes(usual)) {
    const message = `What is usual of ${column.label} is not among what is allowed.`
    problems.push(wrong([...path, 'defaultAggregate'], message, `Choose among ${listed(aggregates)}.`))
  }
  return problems
}

/** Decisions must fit the column's type; ids are never summed. */
export const checkColumns: Check = ({ document, find }) =>
  Object.entries(document.columns).flatMap(([name, decided]) => {
    const column = find(name)
    if (!column) {
      const hint = 'It is kept, and counts again once the column is back.'
      return [
        note(['columns', name], `“${name}” is not in the data any more; what was decided of it has no effect.`, hint),
      ]
    }
    return [...checkChoices(column, decided), ...checkAggregates(column, decided)]
  })
