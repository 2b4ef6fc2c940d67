import { typeWords } from '../find-field.ts'
import { numberIn } from '../steps/extract.ts'
import { readTexts, TextEvidence, type ValueType } from '../values/read-texts.ts'
import { quoted } from '../words.ts'
import type { Candidate, Detector } from './detector.ts'
import type { SurveyedColumn } from './survey.ts'

/** Minimum share of fitting values at which a text column is treated as another type with some invalid cells. */
const mostlyFits = 0.8
const minValues = 5

/** Digits that form a code: leading zeros, long numbers, telephone numbers. */
const isCode = (text: string): boolean => /^\s*(0\d|\+?\d{9,}|\+\d)/.test(text)

/** Number of values that fit a type, and that do not. */
function fitOf({ texts }: SurveyedColumn, type: ValueType): { readonly fits: number; readonly values: number } {
  const keys = [...texts.keys()]
  const evidence = new TextEvidence()
  evidence.add(keys)
  const read = readTexts(keys, evidence.planFor(type))
  let [fits, values] = [0, 0]
  for (const [place, text] of keys.entries()) {
    const count = texts.get(text) ?? 0
    values += count
    if (!Number.isNaN(read.values[place] ?? Number.NaN) && !isCode(text)) fits += count
  }
  return { fits, values }
}

/** Numbers and dates contain digits; this rules out most text columns quickly. */
function hasDigits({ texts, values }: SurveyedColumn): boolean {
  let found = 0
  for (const [text, count] of texts) if (/\d/.test(text)) found += count
  return found >= values * mostlyFits
}

/** True if only some numbers have a percent sign: `5 %` and `.05` are then one share in two scales. */
function mixesPercent({ texts }: SurveyedColumn): boolean {
  const signed = [...texts.keys()].filter((text) => text.includes('%')).length
  return signed > 0 && signed < texts.size
}

function typeOf(column: SurveyedColumn): ValueType | null {
  if (column.type !== 'text' || column.texts.size === 0 || !hasDigits(column) || mixesPercent(column)) return null
  const found = (['integer', 'decimal', 'date', 'timestamp'] as const)
    .map((type) => ({ type, ...fitOf(column, type) }))
    .filter(({ fits, values }) => values >= minValues && fits / values >= mostlyFits)
  // Prefers the type that fits more values, so that `.05` among integers is kept.
  return found.toSorted((a, b) => b.fits - a.fits)[0]?.type ?? null
}

export const wrongType: Detector = {
  kind: 'repair',
  find: ({ columns }) =>
    columns.flatMap((column): Candidate[] => {
      const type = typeOf(column)
      if (type === null) return []
      return [
        {
          take: { step: 'cast', settings: { column: column.name, type } },
          reason: `Nearly all of ${quoted(column.name)} reads as ${typeWords[type]}; as text it can be neither summed nor sorted rightly. What does not fit is kept as odd.`,
        },
      ]
    }),
}

const unitAfter = /^[<>~≈]?\s*[-−+]?[\d.,]+\s*(\p{L}{1,10}[²³]?|%|°\p{L}?)\.?$/u
/** Maximum length of a number with a unit. */
const longestMeasured = 100

/** The unit after the number in a short text. */
const unitIn = (text: string): string | undefined =>
  text.length <= longestMeasured && numberIn(text) !== null
    ? unitAfter.exec(text.trim())?.[1]?.toLowerCase()
    : undefined

/** The unit that nearly all texts have after their number; null if none. */
function commonUnit(column: SurveyedColumn): string | null {
  const { texts, type, values } = column
  if (type !== 'text' || values < minValues || mixesPercent(column)) return null
  const units = new Map<string, number>()
  for (const [text, count] of texts) {
    const unit = unitIn(text)
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + count)
  }
  const [most] = [...units].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] / values >= mostlyFits ? most[0] : null
}

export const numbersWithUnits: Detector = {
  kind: 'form',
  find: ({ columns }) =>
    columns.flatMap((column): Candidate[] => {
      const unit = typeOf(column) === null ? commonUnit(column) : null
      if (unit === null) return []
      return [
        {
          take: { step: 'extract', settings: { column: column.name, what: 'number', keep: false } },
          reason: `${quoted(column.name)} writes numbers with the unit ${quoted(unit)}; without it they can be summed and drawn.`,
        },
      ]
    }),
}
