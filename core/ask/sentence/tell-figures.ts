import { inSentence, isPhrase, labelOf, plural } from '../../charts/labels.ts'
import type { ResultColumn } from '../../charts/result-columns.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import type { Measure } from '../../query/measure.ts'
import { asPossession, isFact } from './conditions.ts'
import { counted, inFormat, listed, nounOfLabel, numbered, written, type Result } from './result.ts'

const isCountOfRows = ({ aggregate, column, share, as }: Measure): boolean =>
  aggregate === 'count' && column === undefined && !share && as === undefined

/** `, 38.4% of all 891`: of what is kept by conditions, the part of the whole. */
function partOfAll({ model }: Result, count: number): string {
  return count > 0 && count < model.rows
    ? `, ${formatPercent(count / model.rows)} of all ${formatNumber(model.rows)}`
    : ''
}

/** `644 passengers have Embark town Southampton, 72.3% of all 891.` */
function tellCount(result: Result): string {
  const { model, conditions } = result
  const [measure] = result.measures
  const count = measure ? (numbered(result, measure)[0]?.value ?? 0) : 0
  const rows = count === 0 ? `no ${plural(model.entity)}` : counted(count, model.entity)
  const facts = conditions.others.filter((text) => isFact(text, model))
  const had = conditions.others.filter((text) => !facts.includes(text)).map((text) => asPossession(text, model))
  const part = conditions.others.length > 0 || conditions.time !== '' ? partOfAll(result, count) : ''
  if (facts.length > 0) {
    const others = had.length > 0 ? ` with ${listed(had)}` : ''
    return `${listed(facts)} for ${rows}${conditions.time}${others}${part}.`
  }
  const capital = rows.charAt(0).toUpperCase() + rows.slice(1)
  if (had.length > 0) return `${capital}${conditions.time} ${count === 1 ? 'has' : 'have'} ${listed(had)}${part}.`
  return `There ${count === 1 ? 'is' : 'are'} ${rows}${conditions.time}${part}.`
}

/** `there are 773 different customers` */
function tellDistinct({ model }: Result, { column = '' }: Measure, count: number): string {
  const label = labelOf(model, column)
  if (isPhrase(label)) return `there are ${counted(count, 'different answer')} to ${inSentence(label)}`
  return `there ${count === 1 ? 'is' : 'are'} ${counted(count, `different ${nounOfLabel(label)}`)}`
}

/** `the average age is 29.7`; totals and named measures stand without `the`. */
function tellValue(asked: Measure, measure: ResultColumn, value: number | null): string {
  const isTotal = asked.aggregate === 'sum' || asked.as !== undefined
  const shown = value === null ? 'not known' : inFormat(value, measure)
  return `${isTotal ? '' : 'the '}${inSentence(measure.part.label)} is ${shown}`
}

function tellOne(result: Result, at: number): string {
  const asked = result.reading.query.measures[at]
  const measure = result.measures[at]
  if (asked === undefined || measure === undefined) return ''
  const value = numbered(result, measure)[0]?.value ?? null
  if (isCountOfRows(asked)) return `there are ${counted(value ?? 0, result.model.entity)}`
  if (asked.aggregate === 'distinct' && !asked.share) return tellDistinct(result, asked, value ?? 0)
  return tellValue(asked, measure, value)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `, over the 714 passengers with a known age`: what an average is of, where that is not all. */
function overText({ reading, model, over }: Result): string {
  const [asked, ...others] = reading.query.measures
  const column = model.columns.find(({ name }) => name === asked?.column)
  if (asked === undefined || column === undefined || others.length > 0 || asked.share) return ''
  if (!['mean', 'median', 'sum'].includes(asked.aggregate)) return ''
  if (over !== null) return `, over ${counted(over, model.entity)}`
  const isPartial = reading.query.filters.length === 0 && column.nulls > 0 && asked.aggregate !== 'sum'
  const known = counted(model.rows - column.nulls, model.entity)
  return isPartial ? `, over the ${known} with a known ${inSentence(column.label)}` : ''
}

/** Two that are set against each other: the first figure is computed of those beside it. */
function areSides({ reading }: Result): boolean {
  const [set, a, b, ...more] = reading.query.measures.map(({ formula }) => formula)
  if (!set || !a || !b || more.length > 0) return false
  return set === `(${a}) - (${b})` || set === `(${b}) / (${a}) - 1`
}

/** `Total revenue, North less South, is 180: 18,360 for North and 18,180 for South.` */
function tellSides(result: Result): string {
  const shown = result.measures.map((measure) => {
    const value = numbered(result, measure)[0]?.value
    return { label: measure.part.label, value: value === undefined ? 'not known' : inFormat(value, measure) }
  })
  const [set, ...sides] = shown
  if (set === undefined) return ''
  return `${set.label}, is ${set.value}: ${listed(sides.map(({ label, value }) => `${value} for ${label}`))}${result.where}.`
}

/** One row of figures: `Total sales is 2,297,201.`, `There are 891 passengers.` */
export function tellFigures(result: Result): string {
  const { reading, where } = result
  const [first, ...others] = reading.query.measures
  if (first && others.length === 0 && isCountOfRows(first)) return tellCount(result)
  if (areSides(result)) return tellSides(result)
  const moments = result.data.table.columns.filter(({ type }) => type !== 'integer' && type !== 'decimal')
  const parts = reading.query.measures.map((_, at) => tellOne(result, at)).filter((part) => part !== '')
  if (parts.length === 0 && moments.length > 0) return tellMoments(result)
  return `${capital(listed(parts)).replace(/^There are 1 /, 'There is 1 ')}${where}${overText(result)}.`
}

/** `the earliest order date is 1 Jan 2023` */
function tellMoment({ data, model }: Result, at: number, asked: Measure): string {
  const column = data.table.columns[at]
  if (column === undefined) return ''
  const label = model.columns.find(({ name }) => name === asked.column)?.label ?? column.name
  const value = written(
    { column, name: column.name, format: 'date', part: { kind: 'measure', label, grain: null, absent: null } },
    0,
  )
  return `the ${asked.aggregate === 'min' ? 'earliest' : 'latest'} ${inSentence(label)} is ${value}`
}

function tellMoments(result: Result): string {
  const parts = result.reading.query.measures.map((asked, at) => tellMoment(result, at, asked))
  return `${capital(listed(parts.filter((part) => part !== '')))}${result.where}.`
}
