import { decisionOf } from '../apply-document.ts'
import type { ModelDocument } from '../model-document.ts'
import { type Check, type Checking, type ModelProblem, wrong } from './check.ts'

type Named = {
  readonly path: readonly (string | number)[]
  readonly name: string
  readonly what: string
  /** True if a person chose the name and can change it. */
  readonly isSaid: boolean
}

const lists = [
  ['groups', 'a column of groups'],
  ['calculations', 'a calculated column'],
  ['measures', 'a measure'],
] as const

const saidIn = (document: ModelDocument): readonly Named[] =>
  lists.flatMap(([list, what]) =>
    document[list].map(({ name }, at) => ({ path: [list, at, 'name'], name: name.trim(), what, isSaid: true })),
  )

/** Names of a column in formulas: its label, and its original name if different. */
function namesOfColumns({ document, generated }: Checking): readonly Named[] {
  return generated.columns.flatMap((column): Named[] => {
    const label = decisionOf(document, column.name).label?.trim()
    const own = { path: ['columns', column.name, 'label'], what: 'a column' }
    const said = label ? [{ ...own, name: label, isSaid: true }] : [{ ...own, name: column.label, isSaid: false }]
    const isSame = said[0]?.name.toLowerCase() === column.name.toLowerCase()
    return isSame ? said : [...said, { ...own, name: column.name, isSaid: false }]
  })
}

const missing = ({ path, what }: Named): ModelProblem =>
  wrong(path, `This is ${what} without a name.`, 'Give it the name that people say.')

function taken(named: Named, other: Named): ModelProblem {
  const message = `“${named.name}” is already the name of ${other.what}.`
  return wrong(named.path, message, 'Choose another name, so that a question can mean only one of them.')
}

const isSameThing = (a: Named, b: Named): boolean => a.path[0] === b.path[0] && a.path[1] === b.path[1]

/** Every measure and calculated column has a unique name, ignoring case. */
export const checkNames: Check = (checking) => {
  const all = [...namesOfColumns(checking), ...saidIn(checking.document)]
  const first = new Map<string, Named>()
  return all.flatMap((named) => {
    if (named.name === '') return [missing(named)]
    const key = named.name.toLowerCase()
    const other = first.get(key)
    if (!other) first.set(key, named)
    return other && named.isSaid && !isSameThing(named, other) ? [taken(named, other)] : []
  })
}
