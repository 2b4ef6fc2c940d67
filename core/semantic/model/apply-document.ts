import type { Checked } from '../formula/check/check.ts'
import type { CalculatedColumn, NamedMeasure, Relationship, SemanticColumn, SemanticModel } from '../semantic-model.ts'
import { grainOfColumn } from '../time-column.ts'
import { accessOf } from './access-of.ts'
import { calculatedColumn } from './calculated-column.ts'
import { plainCalendar } from './calendar.ts'
import { decideColumn } from './decide-column.ts'
import { checkCalculation, checkMeasure, columnsRead, scopeOfDocument } from './formulas.ts'
import type { ColumnDecision, ModelDocument } from './model-document.ts'
import { joinedFields, type Related } from './related.ts'
import { formulaOfGroups, valuesOfGroups } from './value-groups.ts'
import { ownValue } from '../../own-value.ts'

/** The decision on a column; empty if there is none. */
export const decisionOf = ({ columns }: ModelDocument, name: string): ColumnDecision => ownValue(columns, name) ?? {}

/** Columns with decisions applied, hidden ones included. */
const decidedColumns = (generated: SemanticModel, document: ModelDocument): readonly SemanticColumn[] =>
  generated.columns.map((column) => decideColumn(column, decisionOf(document, column.name)))

function timeOf(columns: readonly SemanticColumn[], generated: SemanticModel, document: ModelDocument) {
  const decided = document.timeColumn
  const wanted = decided === undefined ? generated.timeColumn : decided
  const column = columns.find(({ name, role }) => name === wanted && role === 'time')
  if (!column) return { timeColumn: null, timeGrain: null }
  const told = column.name === generated.timeColumn ? generated.timeGrain : grainOfColumn(column, undefined)
  return { timeColumn: column.name, timeGrain: told === null ? null : (document.timeGrain ?? told) }
}

const isUsable = ({ name, column }: Relationship, columns: readonly SemanticColumn[]): boolean =>
  name !== '' && columns.some((each) => each.name === column)

type Computed = Pick<SemanticModel, 'calculations' | 'measures'>

/** The formulas that compile; one whose columns are missing stays in the document and is skipped. */
function computed(
  document: ModelDocument,
  columns: readonly SemanticColumn[],
  { rows, scope }: { readonly rows: number; readonly scope: ReturnType<typeof scopeOfDocument> },
): Computed {
  const sourcesOf = (checked: Checked): readonly SemanticColumn[] => {
    const read = new Set(columnsRead(checked))
    return columns.filter(({ name }) => read.has(name))
  }
  const groups = document.groups.map((each) => ({
    ...each,
    formula: formulaOfGroups(each),
    synonyms: [],
    format: null,
    values: valuesOfGroups(each, columns.find(({ name }) => name === each.column)?.values ?? []),
  }))
  const formulas = document.calculations.map((each) => ({ ...each, values: [] }))
  const calculations = [...groups, ...formulas].flatMap((each): CalculatedColumn[] => {
    const checked = checkCalculation(each, scope)
    if (!checked.ok) return []
    const { type } = checked.value
    return [calculatedColumn({ ...each, type }, { rows, sources: sourcesOf(checked.value) })]
  })
  const measures = document.measures.flatMap((each): NamedMeasure[] => {
    if (!checkMeasure(each, scope).ok) return []
    const { name, description, formula, format, synonyms } = each
    return [{ name, label: name, ...(description === '' ? {} : { description }), formula, format, synonyms }]
  })
  return { calculations, measures }
}

type With = { readonly related?: readonly Related[]; readonly version?: number }

/**
 * The semantic model: the generated model with a document's decisions applied. Decisions on missing columns have no
 * effect until the column returns.
 */
export function applyDocument(
  generated: SemanticModel,
  document: ModelDocument,
  { related = [], version = 0 }: With = {},
): SemanticModel {
  const columns = decidedColumns(generated, document)
  const isHidden = ({ name }: SemanticColumn): boolean => decisionOf(document, name).isHidden === true
  const time = timeOf(columns, generated, document)
  const relationships = document.relationships.filter((each) => isUsable(each, columns))
  const fields = [...columns, ...joinedFields(relationships, related)]
  const scope = scopeOfDocument(document, fields, time.timeColumn)
  return {
    ...generated,
    ...time,
    ...computed(document, columns, { rows: generated.rows, scope }),
    columns: columns.filter((column) => !isHidden(column)),
    hidden: columns.filter(isHidden),
    relationships,
    calendar: document.calendar ?? plainCalendar,
    access: accessOf(document),
    version,
  }
}
