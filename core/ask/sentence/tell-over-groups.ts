import { inSentence, labelOfMeasure, plural } from '../../charts/labels.ts'
import { modelOver, nounOfGroups } from '../../charts/model-over.ts'
import { textAt } from '../../charts/result-columns.ts'
import type { Filter } from '../../query/filter.ts'
import { nameOfMeasure, type Measure } from '../../query/measure.ts'
import { formatNumber } from '../../format/format-number.ts'
import { wordsOfFilter } from '../filter-words.ts'
import { counted, inFormat, numbered, type Result } from './result.ts'

/** `has 3.4 orders`, `has a total sales of 1,234`: what a group has on average. */
function possession(inner: Measure, shown: string, { model }: Result): string {
  const label = inSentence(labelOfMeasure(inner, model))
  return inner.aggregate === 'count' || inner.aggregate === 'distinct' ? `${shown} ${label}` : `${label} of ${shown}`
}

const amounts = {
  less: 'fewer than',
  lessOrEqual: 'at most',
  greater: 'more than',
  greaterOrEqual: 'at least',
} as const
const isAmount = (filter: Filter): filter is Extract<Filter, { readonly op: keyof typeof amounts }> =>
  filter.op in amounts

/** `more than 3`, `exactly 2`; null for other conditions. */
function amountIn(filter: Filter): string | null {
  if (filter.op === 'in') return `exactly ${filter.values.map((value) => formatNumber(Number(value))).join(' or ')}`
  return isAmount(filter) ? `${amounts[filter.op]} ${formatNumber(Number(filter.value))}` : null
}

/** `more than 3 orders`, `total sales over 5,000`: what groups that are kept have. */
function keptText({ reading, model }: Result): string {
  const { groups } = reading.query
  const over = modelOver(reading.query, model)
  const isCount = ({ aggregate }: Measure): boolean => aggregate === 'count' || aggregate === 'distinct'
  return (groups?.having ?? [])
    .filter(({ op }) => op !== 'not')
    .map((filter) => {
      const counts = groups?.measures.find((each) => 'column' in filter && nameOfMeasure(each) === filter.column)
      const amount = counts && isCount(counts) ? amountIn(filter) : null
      return counts && amount !== null
        ? `${amount} ${inSentence(labelOfMeasure(counts, model))}`
        : inSentence(wordsOfFilter(filter, over))
    })
    .join(' and ')
}

/** `5 of 12 customers have orders over 3.` */
function tellCount(result: Result, noun: string, count: number): string {
  const { over, where } = result
  const all = over === null ? counted(count, noun) : `${formatNumber(count)} of ${counted(over, noun)}`
  const kept = keptText(result)
  if (kept === '') return `There ${count === 1 ? 'is' : 'are'} ${counted(count, noun)}${where}.`
  return `${all}${where} ${count === 1 ? 'has' : 'have'} ${kept}.`
}

const startsWithVowel = /^(?:[aeiou]|hour)/i
const leads = { mean: 'On average, a', median: 'The median', min: 'The least', max: 'The most' } as const
const isTold = (aggregate: string): aggregate is keyof typeof leads => aggregate in leads

/** `On average, a customer has 3.4 orders (12 customers).` */
function tellFigure(result: Result, noun: string, told: { readonly asked: Measure; readonly value: number }): string {
  const { reading, measures, over, where } = result
  const [inner] = reading.query.groups?.measures ?? []
  const [column] = measures
  const { aggregate } = told.asked
  if (!inner || !column || !isTold(aggregate)) return ''
  const article = aggregate === 'mean' && startsWithVowel.test(noun) ? 'n' : ''
  const shown = possession(inner, inFormat(told.value, column), result)
  const figure =
    aggregate === 'min' || aggregate === 'max'
      ? `${leads[aggregate]} of a ${noun} is ${shown}`
      : `${leads[aggregate]}${article} ${noun} has ${shown}`
  return `${figure}${where}${over === null ? '' : ` (${counted(over, noun)})`}.`
}

/** `Most often, an order has 1 pizzas: 8,111 of 21,350 orders.` */
function tellSpread(result: Result): string | null {
  const { reading, model, measures, groups: keys } = result
  const { groups, dimensions } = reading.query
  const [dimension, ...others] = dimensions
  const inner = groups?.measures.find((each) => nameOfMeasure(each) === dimension?.column)
  const [column] = measures
  const [key] = keys
  if (!groups || !inner || !column || !key || others.length > 0 || dimension?.bins !== undefined) return null
  const points = numbered(result, column)
  const [first] = points
  if (first === undefined) return null
  const most = points.reduce((best, point) => (point.value > best.value ? point : best), first)
  const noun = nounOfGroups(groups, model)
  const all = points.reduce((sum, { value }) => sum + value, 0)
  const article = startsWithVowel.test(noun) ? 'an' : 'a'
  const shown = possession(inner, textAt(key, most.row), result)
  return `Most often, ${article} ${noun} has ${shown}${result.where}: ${formatNumber(most.value)} of ${counted(all, noun)}.`
}

/** One figure of groups, or how one is spread; null where the result is something else. */
export function tellOverGroups(result: Result): string | null {
  const { groups, dimensions } = result.reading.query
  if (!groups) return null
  return dimensions.length > 0 ? tellSpread(result) : tellLone(result, nounOfGroups(groups, result.model))
}

function tellLone(result: Result, noun: string): string | null {
  const [measure, ...others] = result.reading.query.measures
  const [column] = result.measures
  if (!measure || !column || others.length > 0 || measure.share) return null
  const value = numbered(result, column)[0]?.value
  if (value === undefined) return `There are no ${plural(noun)} to answer from${result.where}.`
  if (measure.aggregate === 'count' && measure.column === undefined) return tellCount(result, noun, value)
  return tellFigure(result, noun, { asked: measure, value }) || null
}
