import type { RecipeStep } from '../recipe.ts'
import { namesThings } from '../names-things.ts'
import { fencesOf } from '../steps/cap-outliers.ts'
import { cleanName } from '../steps/clean-names.ts'
import { typeWords } from '../find-field.ts'
import { counted, named, quoted } from '../words.ts'
import type { Candidate, Detector } from './detector.ts'
import type { Spread } from '../learning/spread.ts'
import { isCategorical, type SurveyedColumn } from './survey.ts'

const isNumber = ({ type }: SurveyedColumn): boolean => type === 'integer' || type === 'decimal'

export const duplicates: Detector = {
  kind: 'repair',
  find: ({ rows }) =>
    rows < 2
      ? []
      : [
          {
            take: { step: 'remove-duplicates', settings: { columns: [], keep: 'first' } },
            reason: 'Some rows are equal in every column, so they are counted more than once.',
          },
        ],
}

/**
 * Up to this share of empty cells, a typical value hardly changes a column's statistics; above it, filling would
 * invent data.
 */
const fewEmpty = 0.05
/** Above this share, even "Unknown" would fill most of the column. */
const maxEmpty = 0.5

function fillFor(column: SurveyedColumn, rows: number): RecipeStep['settings'] | null {
  const { name, empty, type } = column
  if (empty === 0 || empty > rows * maxEmpty || namesThings(column.name)) return null
  const isFew = empty <= rows * fewEmpty
  if (isNumber(column)) return isFew ? { column: name, method: 'median' } : null
  if (type !== 'boolean' && !(type === 'text' && isCategorical(column) && column.texts.size <= 100)) return null
  if (isFew) return { column: name, method: 'mode' }
  return type === 'text' ? { column: name, method: 'constant', value: 'Unknown' } : null
}

export const missing: Detector = {
  kind: 'guess',
  find: ({ columns, rows }) =>
    columns.flatMap((column): Candidate[] => {
      const settings = fillFor(column, rows)
      if (settings === null) return []
      return [
        {
          take: { step: 'fill-missing', settings },
          reason: `${counted(column.empty, 'cell')} of ${quoted(column.name)} ${column.empty === 1 ? 'holds nothing and is' : 'hold nothing and are'} left out of sums and groups.`,
        },
      ]
    }),
}

export const oddCells: Detector = {
  kind: 'repair',
  find: ({ columns }) =>
    columns
      .filter(({ odd }) => odd.length > 0)
      .map(({ name, odd, type }): Candidate => ({
        take: { step: 'fix-odd', settings: { column: name, text: '', action: 'empty' } },
        reason: `${counted(odd.length, 'cell')} of ${quoted(name)} did not read as ${typeWords[type]}, such as ${quoted(odd[0] ?? '')}.`,
      })),
}

/**
 * Three interquartile ranges are far out by Tukey's definition; a column with many such values is skewed, not wrong.
 */
const farOut = 3
const maxFar = 0.005
/**
 * A probable error (a lost decimal point, a code for "unknown") is this many times farther from the median than the
 * fence.
 */
const timesFarther = 10

/** True if an extreme value is more likely an error than part of the tail. */
function hasSlip(spread: Spread, { low, high }: { readonly low: number; readonly high: number }): boolean {
  const [least, most] = spread.range()
  const { median } = spread
  return most - median > timesFarther * (high - median) || median - least > timesFarther * (median - low)
}

export const outliers: Detector = {
  kind: 'guess',
  find: ({ columns }) =>
    columns.flatMap((column): Candidate[] => {
      const { spread } = column
      if (!isNumber(column) || spread === null || spread.count < 20 || namesThings(column.name)) return []
      const fences = fencesOf(spread, { by: 'iqr', factor: farOut }, column.type)
      if (fences.low >= fences.high || !hasSlip(spread, fences)) return []
      return [
        {
          take: { step: 'cap-outliers', settings: { column: column.name, by: 'iqr', factor: farOut, action: 'cap' } },
          reason: `A few values of ${quoted(column.name)} lie far from all others. Look at them first: they may be right.`,
          maxShare: maxFar,
        },
      ]
    }),
}

export const emptyColumns: Detector = {
  kind: 'form',
  find({ columns, rows }) {
    const found = columns.filter(({ values, odd }) => values === 0 && odd.length === 0).map(({ name }) => name)
    if (rows === 0 || found.length === 0 || found.length === columns.length) return []
    return [
      {
        take: { step: 'remove-columns', settings: { columns: found } },
        reason: `${named(found)} hold${found.length === 1 ? 's' : ''} nothing at all.`,
      },
    ]
  },
}

/** True for names that cause problems in formulas, queries and programs; capitals and single spaces do not. */
const isAwkward = (name: string): boolean => /[^\p{L}\p{N} _.-]/u.test(name) || name.length > 60

export const awkwardNames: Detector = {
  kind: 'form',
  find({ columns }) {
    const found = columns.filter(({ name }) => isAwkward(name)).map(({ name }) => name)
    if (found.length === 0) return []
    const [first = ''] = found
    return [
      {
        take: { step: 'clean-names', settings: {} },
        reason: `${counted(found.length, 'column name')} ${found.length === 1 ? 'has' : 'have'} marks that are hard to type: ${quoted(first)} would be ${quoted(cleanName(first))}.`,
      },
    ]
  },
}

const email = /^[^@\s]+@[^@\s]+\.\p{L}{2,}$/u
const card = /^(?:\d{4}[ -]){3}\d{4}$|^\d{3}-\d{2}-\d{4}$/

const isSensitive = ({ texts, values }: SurveyedColumn): boolean => {
  let found = 0
  for (const [text, count] of texts) if (email.test(text.trim()) || card.test(text.trim())) found += count
  return values >= 3 && found >= values * 0.8
}

export const sensitive: Detector = {
  kind: 'privacy',
  find({ columns }) {
    const found = columns.filter((column) => column.type === 'text' && isSensitive(column)).map(({ name }) => name)
    if (found.length === 0) return []
    return [
      {
        take: { step: 'mask', settings: { columns: found, how: 'partly' } },
        reason: `${named(found)} ${found.length === 1 ? 'tells' : 'tell'} who people are. Mask before you share the data; in the new version the values are gone for good.`,
      },
    ]
  },
}
