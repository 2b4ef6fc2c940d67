import type { ValueGroups } from '../model-document.ts'
import { type Check, listed, type ModelProblem, wrong } from './check.ts'

function checkGroup({ groups, name }: ValueGroups, at: number): ModelProblem[] {
  const place = new Map<string, string>()
  return groups.flatMap((group, index) => {
    const path = ['groups', at, 'groups', index]
    const problems: ModelProblem[] = []
    if (group.name.trim() === '')
      problems.push(wrong([...path, 'name'], `A group of “${name}” has no name.`, 'Say what its values are together.'))
    if (group.values.length === 0)
      problems.push(wrong([...path, 'values'], `“${group.name}” has no values.`, 'Pick its values, or remove it.'))
    const twice = group.values.filter((value) => place.has(value))
    if (twice.length > 0) {
      const message = `${listed(twice)} is also in “${place.get(twice[0] ?? '')}”.`
      problems.push(wrong([...path, 'values'], message, 'A value is in one group; take it out of the other.'))
    }
    for (const value of group.values) place.set(value, group.name)
    return problems
  })
}

/** Groups require a text column; each has a name and values, and no value is in two groups. */
export const checkGroups: Check = ({ document, find }) =>
  document.groups.flatMap((each, at) => {
    const column = find(each.column)
    const problems = checkGroup(each, at)
    if (!column) {
      const message = `“${each.column}”, whose values are grouped here, is not in the data.`
      return [...problems, wrong(['groups', at, 'column'], message, 'Choose another column, or remove the groups.')]
    }
    if (column.type === 'text') return problems
    const hint = 'Group numbers and dates with a formula: case when … then … end.'
    return [...problems, wrong(['groups', at, 'column'], `${column.label} does not hold text.`, hint)]
  })
