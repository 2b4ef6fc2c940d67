import { counted, numbered, written, type Result } from './result.ts'

function tellOne(result: Result, at: number): string {
  const asked = result.reading.query.measures[at]
  const measure = result.measures[at]
  if (asked === undefined || measure === undefined) return ''
  const value = written(measure, 0)
  if (asked.aggregate === 'count' && asked.column === undefined)
    return counted(numbered(result, measure)[0]?.value ?? 0, result.model.entity)
  if (asked.aggregate === 'distinct') return `${value} ${measure.part.label.toLowerCase()}`
  return `${measure.part.label} is ${value}`
}

/** One row of figures: `Total sales is 2,297,201.`, `There are 891 passengers.` */
export function tellFigures(result: Result): string {
  const { reading, where } = result
  const moments = result.data.table.columns.filter(({ type }) => type !== 'integer' && type !== 'decimal')
  const parts = reading.query.measures.map((_, at) => tellOne(result, at)).filter((part) => part !== '')
  if (parts.length === 0 && moments.length > 0) return tellMoments(result)
  const [first] = reading.query.measures
  const isCount =
    first !== undefined &&
    !first.share &&
    (first.aggregate === 'distinct' || (first.aggregate === 'count' && first.column === undefined))
  const isOne = parts[0]?.startsWith('1 ') === true
  return isCount && parts.length === 1
    ? `There ${isOne ? 'is' : 'are'} ${parts[0]}${where}.`
    : `${parts.join(', ')}${where}.`
}

function tellMoments({ data, reading, model, where }: Result): string {
  const [column] = data.table.columns
  const [measure] = reading.query.measures
  const label = model.columns.find(({ name }) => name === measure?.column)?.label ?? column?.name ?? ''
  const end = measure?.aggregate === 'min' ? 'earliest' : 'latest'
  if (column === undefined) return ''
  const value = written(
    { column, name: column.name, format: 'date', part: { kind: 'measure', label, grain: null, absent: null } },
    0,
  )
  return `The ${end} ${label} is ${value}${where}.`
}
