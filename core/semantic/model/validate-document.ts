import type { SemanticModel } from '../semantic-model.ts'
import { type Checking, type ModelProblem } from './checks/check.ts'
import { checkColumns } from './checks/columns.ts'
import { checkFormulas } from './checks/formulas.ts'
import { checkGroups } from './checks/groups.ts'
import { checkNames } from './checks/names.ts'
import { checkRelationships } from './checks/relationships.ts'
import { checkRows } from './checks/rows.ts'
import { checkTime } from './checks/time.ts'
import { scopeOfDocument } from './formulas.ts'
import type { ModelDocument } from './model-document.ts'
import { type Deleted, joinedFields, type Related } from './related.ts'

const checks = [checkColumns, checkNames, checkGroups, checkFormulas, checkTime, checkRelationships, checkRows]

/** Datasets that relationships may use, and deleted ones. */
type Others = { readonly related?: readonly Related[]; readonly deleted?: readonly Deleted[] }

/** All problems of a document against the generated model, in document order. */
export function validateDocument(
  document: ModelDocument,
  generated: SemanticModel,
  { related = [], deleted = [] }: Others = {},
): readonly ModelProblem[] {
  const byName = new Map(generated.columns.map((column) => [column.name, column]))
  const timeColumn = document.timeColumn === undefined ? generated.timeColumn : document.timeColumn
  const fields = [...generated.columns, ...joinedFields(document.relationships, related)]
  const checking: Checking = {
    document,
    generated,
    related,
    deleted,
    find: (name) => byName.get(name),
    scope: scopeOfDocument(document, fields, timeColumn),
  }
  return checks.flatMap((check) => check(checking))
}

const keyOf = ({ path, message }: ModelProblem): string => JSON.stringify([path[0], message])

/** Errors that prevent saving. Errors that existed before, because the data changed, do not. */
export function newErrors(problems: readonly ModelProblem[], before: readonly ModelProblem[]): readonly ModelProblem[] {
  const known = new Set(before.map(keyOf))
  return problems.filter((problem) => problem.severity === 'error' && !known.has(keyOf(problem)))
}
