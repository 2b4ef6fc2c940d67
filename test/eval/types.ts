import type { ReadChoices } from '#core/ingest/choices.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { type ColumnFacts, factsOf } from '#core/semantic/kinds/column-facts.ts'
import { featureTypeOf } from '#core/semantic/feature-type.ts'
import { kindOf } from '#core/semantic/kinds/kind-of.ts'
import { wordsOfName } from '#core/profile/name-words.ts'
import { sharedText } from '../support/shared.ts'
import { fileOf, readText } from '../support/table-files.ts'

/** A column of SortingHat: its name, statistics, five of its values, and what people took it for. */
export type LabelledColumn = {
  readonly name: string
  readonly label: string
  /** The file it comes from. */
  readonly source: string
  readonly rows: number
  readonly nulls: number
  readonly distinct: number
  readonly mean: number
  readonly deviation: number
  readonly min: number
  readonly max: number
  readonly samples: readonly string[]
}

const choices: ReadChoices = { delimiter: ',', headerRows: 1 }

/** The labelled columns that others measure with, or those to learn from. */
export async function labelledColumns(part: 'public' | 'train' = 'public'): Promise<LabelledColumn[]> {
  const text = sharedText(`10_types/sortinghat/${part}.csv`)
  const { rows } = await readText(text, { raw: true, choices })
  const records = rows.map((row) => Object.values(row).map((cell) => String(cell ?? '')))
  return records.map((cells) => ({
    source: cells[0] ?? '',
    name: cells[1] ?? '',
    label: cells[2] ?? '',
    rows: Number(cells[3]),
    nulls: Number(cells[4]),
    distinct: Number(cells[6]),
    mean: Number(cells[8]),
    deviation: Number(cells[9]),
    min: Number(cells[10]),
    max: Number(cells[11]),
    samples: cells.slice(12, 17),
  }))
}

const nullTokens = new Set(['', '#NULL!', '.', 'NA', 'NaN', 'nan', 'null', '##########'])

/** Statistics are given as 0 for columns that are not all numbers. */
const isOfNumbers = ({ mean, deviation, min, max, distinct }: LabelledColumn): boolean =>
  distinct <= 1 || mean !== 0 || deviation !== 0 || min !== 0 || max !== 0

const plainNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/** Plain numbers among the samples of a column that is not all numbers are texts; signs, units and groups are read. */
function typeOf(column: LabelledColumn, type: ColumnFacts['type']): ColumnFacts['type'] {
  const isPlain = column.samples.every((text) => nullTokens.has(text) || plainNumber.test(text))
  return (type === 'integer' || type === 'decimal') && isPlain && !isOfNumbers(column) ? 'text' : type
}

/** Statistics of the whole column where they are given, else of the samples. */
function numbersOf(column: LabelledColumn, read: ColumnFacts): Pick<ColumnFacts, 'range' | 'mean' | 'deviation'> {
  const type = typeOf(column, read.type)
  if (type === 'text') return { range: null, mean: null, deviation: null }
  const { min, max, mean, deviation } = column
  if (type !== 'integer' && type !== 'decimal') return read
  return {
    range: min !== 0 || max !== 0 ? { min, max } : read.range,
    mean: mean !== 0 ? mean : read.mean,
    deviation: isOfNumbers(column) ? deviation : read.deviation,
  }
}

/** The facts the product would have of the whole column: the statistics, and what it reads in the samples. */
export async function factsOfLabelled(column: LabelledColumn): Promise<ColumnFacts> {
  const { name, rows, nulls, distinct, samples } = column
  const read = await factsOfSamples(column)
  const tokens = new Set(samples.filter((text) => text !== '' && nullTokens.has(text))).size
  return {
    ...read,
    words: wordsOfName(name),
    name,
    type: typeOf(column, read.type),
    rows,
    known: read.values.length === 0 ? 0 : rows - nulls,
    distinct: Math.max(1, distinct - tokens),
    ...numbersOf(column, read),
  }
}

export type Predicted = { readonly column: LabelledColumn; readonly kind: string; readonly predicted: string }

const told = (facts: ColumnFacts): Pick<Predicted, 'kind' | 'predicted'> => {
  const { kind } = kindOf(facts)
  return { kind, predicted: featureTypeOf(facts) }
}

/** From the statistics and the samples. */
export const fromStatistics = async (column: LabelledColumn): Promise<Predicted> => ({
  column,
  ...told(await factsOfLabelled(column)),
})

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The facts of a file of nothing but the samples, read by the product's own path. */
export async function factsOfSamples(column: LabelledColumn): Promise<ColumnFacts> {
  const text = [`${quoted(column.name)},row`, ...column.samples.map((sample, row) => `${quoted(sample)},r${row}`)].join(
    '\n',
  )
  const loaded = await loadFile(fileOf('a.csv', text), { write: () => {}, progress: () => {} })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const { columns, rows } = loaded.value.profile
  const profile = columns[0]
  if (profile === undefined) throw new Error('A file has columns.')
  return factsOf(profile, rows)
}

export const fromSamples = async (column: LabelledColumn): Promise<Predicted> => ({
  column,
  ...told(await factsOfSamples(column)),
})

export type ClassScore = {
  readonly label: string
  readonly n: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** Precision, recall and F1 of every label. */
export function scores(predictions: readonly Predicted[]): readonly ClassScore[] {
  const labels = [...new Set(predictions.map(({ column }) => column.label))].sort()
  return labels.map((label) => {
    const right = predictions.filter(({ column, predicted }) => column.label === label && predicted === label).length
    const n = predictions.filter(({ column }) => column.label === label).length
    const said = predictions.filter(({ predicted }) => predicted === label).length
    const [precision, recall] = [said === 0 ? 0 : right / said, right / n]
    return { label, n, precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
  })
}

export const macroF1 = (classes: readonly ClassScore[]): number =>
  classes.reduce((sum, { f1 }) => sum + f1, 0) / classes.length
