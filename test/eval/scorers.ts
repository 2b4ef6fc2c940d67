/** Is a prediction right? One judge per source, after the rules of BENCH.md. */

export type Gold = {
  readonly id: string
  readonly table_csv: string
  readonly question: string
  readonly source: string
  readonly expected: Record<string, unknown>
  readonly gold_result: unknown
}
type Field = { readonly field: string; readonly aggregate?: string; readonly bin?: boolean; readonly timeUnit?: string }
export type Predicted = {
  readonly id: string
  readonly status: 'answered' | 'clarify' | 'refused' | 'error'
  readonly ms: number
  readonly mark?: string
  readonly fields?: readonly Field[]
  readonly rows?: readonly Record<string, unknown>[]
  readonly values?: readonly unknown[]
  readonly named?: Record<string, unknown>
  readonly confidence?: number
  readonly text?: string
}

const families = new Map(
  Object.entries({
    bar: 'bar',
    column: 'bar',
    'stacked bar': 'bar',
    'grouped bar': 'bar',
    histogram: 'bar',
    pie: 'pie',
    donut: 'pie',
    arc: 'pie',
    line: 'line',
    'grouping line': 'line',
    area: 'line',
    scatter: 'point',
    'grouping scatter': 'point',
    point: 'point',
    circle: 'point',
  }),
)
const family = (mark: unknown): string => families.get(String(mark).toLowerCase()) ?? String(mark).toLowerCase()

function numberOf(value: unknown): number | null {
  if (typeof value === 'boolean' || value === null || value === undefined) return null
  const text = String(value).replace(/[,$%]/g, '').trim()
  const number = Number(text)
  return text === '' || Number.isNaN(number) ? null : number
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [countsOf(a), countsOf(b)]
  return a.length === b.length && [...left].every(([item, count]) => right.get(item) === count)
}

const names = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
].map((name) => name.slice(0, 3))

function cellKey(value: unknown): string {
  if (value === null || value === undefined) return ''
  const number = numberOf(value)
  if (number !== null) return (Math.round(number * 1000) / 1000).toFixed(3)
  const text = String(value).trim().toLowerCase()
  return /^[a-z]{3,9}$/.test(text) && names.includes(text.slice(0, 3)) ? text.slice(0, 3) : text
}

function sameRows(
  predicted: readonly Record<string, unknown>[],
  gold: readonly Record<string, unknown>[],
  dropZero: boolean,
): boolean {
  const keys = (rows: readonly Record<string, unknown>[]): readonly string[] =>
    rows
      .map((row) => Object.values(row).map(cellKey).sort())
      .filter((row) => !(dropZero && row.includes('0.000')))
      .map((row) => row.join('\u0000'))
  return sameItems(keys(predicted), keys(gold))
}

function nvBench(predicted: Predicted, gold: Gold): boolean {
  const rows = gold.gold_result as readonly Record<string, unknown>[]
  return (
    sameRows(predicted.rows ?? [], rows, gold.expected['bin'] !== null) &&
    family(predicted.mark) === family(gold.expected['chart'])
  )
}

type Spec = {
  readonly mark: string
  readonly dims: readonly { readonly field: string; readonly bin: boolean; readonly timeUnit: string | null }[]
  readonly measure: { readonly aggregate: string | null; readonly field: string | null } | null
}
const units = new Map([
  ['monthyear', 'month'],
  ['yearmonth', 'month'],
])

function nlv(predicted: Predicted, gold: Gold): boolean {
  const told = gold.expected['spec'] as Spec | readonly Spec[]
  const spec = (Array.isArray(told) ? told.at(-1) : told) as Spec
  const fields = predicted.fields ?? []
  if (family(predicted.mark) !== family(spec.mark)) return false
  if (spec.mark === 'point')
    return sameItems([...new Set(fields.map(({ field }) => field))], [...new Set(spec.dims.map(({ field }) => field))])
  const groups = fields.filter(({ aggregate }) => aggregate === undefined)
  const measures = fields.filter(({ aggregate }) => aggregate !== undefined)
  const isSaid = /average|avg|mean|total|sum/i.test(gold.question)
  const wanted = spec.measure?.aggregate ?? null
  const isMeasured = measures.every(({ field, aggregate }) => {
    if (wanted === 'count') return aggregate === 'count' && (field === '*' || field === spec.measure?.field)
    const open = !isSaid && ['sum', 'mean'].includes(aggregate ?? '') && ['sum', 'mean'].includes(wanted ?? '')
    return field === spec.measure?.field && (aggregate === wanted || open)
  })
  const key = (field: string, bin: boolean): string => `${field}|${bin ? 'bin' : ''}`
  const isTimed = spec.dims.every(({ field, timeUnit }) => {
    if (timeUnit === null) return true
    const unit = groups.find((group) => group.field === field)?.timeUnit
    return unit === undefined ? timeUnit === 'year' : unit === (units.get(timeUnit) ?? timeUnit)
  })
  const dims = [...new Set(spec.dims.map(({ field, bin }) => key(field, bin)))]
  return (
    measures.length === 1 &&
    isMeasured &&
    isTimed &&
    sameItems(
      groups.map(({ field, bin }) => key(field, bin === true)),
      dims,
    )
  )
}

function denotation(value: unknown): string {
  const text = String(value)
    .trim()
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ ."]+|[ ."]+$/g, '')
  const number = numberOf(text)
  return number === null ? `s${text}` : `n${number.toFixed(6)}`
}

const wikiTables = (predicted: Predicted, gold: Gold): boolean =>
  sameItems((predicted.values ?? []).map(denotation), (gold.gold_result as readonly unknown[]).map(denotation))

function sameNamed(predicted: unknown, gold: string): boolean {
  const [a, b] = [numberOf(predicted), numberOf(gold)]
  if (String(predicted).trim().toLowerCase() === gold.trim().toLowerCase()) return true
  if (a === null || b === null) return false
  const decimals = gold.includes('.') ? (gold.split('.')[1]?.length ?? 0) : 0
  return Math.abs(a - b) < 1e-6 || a.toFixed(decimals) === b.toFixed(decimals)
}

const daBench = (predicted: Predicted, gold: Gold): boolean =>
  Object.entries(gold.gold_result as Record<string, string>).every(([name, value]) =>
    sameNamed(predicted.named?.[name], value),
  )

type Encoding = Record<string, { readonly field?: string; readonly aggregate?: string }>

function nvBench2(predicted: Predicted, gold: Gold): boolean {
  const charts = gold.expected['valid_charts'] as readonly { readonly mark: string; readonly encoding: Encoding }[]
  const fields = (predicted.fields ?? []).map(
    ({ field, aggregate }) => `${field === '*' ? '' : field.toLowerCase()}|${aggregate ?? ''}`,
  )
  return charts.some(({ mark, encoding }) => {
    const wanted = Object.values(encoding).map(
      ({ field, aggregate }) => `${(field ?? '').toLowerCase()}|${aggregate ?? ''}`,
    )
    return family(mark) === family(predicted.mark) && sameItems(fields, wanted)
  })
}

function nl4dv(predicted: Predicted, gold: Gold): boolean {
  const top = gold.expected['nl4dv_top_vis'] as
    | { readonly attributes: readonly string[]; readonly mark: string | null }
    | undefined
  const attributes = top?.attributes ?? (gold.expected['attributes'] as readonly string[])
  const shown = [...new Set((predicted.fields ?? []).map(({ field }) => field).filter((field) => field !== '*'))]
  const isMarked = top?.mark == null || family(top.mark) === family(predicted.mark)
  return sameItems(shown, [...attributes]) && isMarked
}

const qrData = (predicted: Predicted, gold: Gold): boolean =>
  predicted.values?.length === 1 && sameNamed(predicted.values[0], String(gold.gold_result))

/** The judge of each source, by the first part of a question's id. */
const judges: Readonly<Record<string, (predicted: Predicted, gold: Gold) => boolean>> = {
  nlv,
  nvbench: nvBench,
  nvbench2: nvBench2,
  nl4dv,
  wtq: wikiTables,
  dabench: daBench,
  qrdata: qrData,
}

export const sourceOf = (id: string): string => id.split('-')[0] ?? ''

export const isRight = (predicted: Predicted, gold: Gold): boolean =>
  judges[sourceOf(gold.id)]?.(predicted, gold) ?? false
