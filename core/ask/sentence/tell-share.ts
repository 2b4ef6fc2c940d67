import { formatPercent } from '../../format/format-number.ts'
import { inSentence, labelOf, plural } from '../../charts/labels.ts'
import { factPrefix } from '../shapes/plan.ts'
import { wholeName } from '../shapes/share.ts'
import { inFormat, nameAt, numbered, type Result } from './result.ts'

/** Is it the share of a part in a whole, side by side, or of rows with a fact? */
export const isShare = ({ reading }: Result): boolean =>
  reading.query.measures.some(({ as }) => as === wholeName || as?.startsWith(factPrefix))

const whatOf = ({ reading, model }: Result): string => {
  const [first] = reading.query.measures
  const isRows = first?.column === undefined || first.aggregate === 'mean'
  if (isRows) return plural(model.entity)
  const label = inSentence(labelOf(model, first.column ?? ''))
  return first.aggregate === 'distinct' ? plural(label) : label
}

type Part = { readonly row: number; readonly share: number; readonly text: string }

function partsOf(result: Result): readonly Part[] {
  const [part, whole] = result.measures
  if (!part) return []
  if (!whole) return numbered(result, part).map(({ row, value }) => ({ row, share: value, text: formatPercent(value) }))
  const wholes = new Map(numbered(result, whole).map(({ row, value }) => [row, value]))
  return numbered(result, part).flatMap(({ row, value }) => {
    const all = wholes.get(row) ?? 0
    const text = `${formatPercent(value / all)}, ${inFormat(value, part)} of ${inFormat(all, whole)}`
    return all === 0 ? [] : [{ row, share: value / all, text }]
  })
}

/** `32.2% of orders have Region is West: 1,900 of 5,899.` */
export function tellShare(result: Result): string {
  const parts = partsOf(result)
  const says = (result.reading.query.measures[0]?.as ?? '').replace(factPrefix, '')
  const [first] = parts
  if (!first) return ''
  if (result.groups.length === 0) return `${first.text.replace(', ', ` of ${whatOf(result)} where ${says}: `)}.`
  const most = parts.reduce((best, part) => (part.share > best.share ? part : best))
  const least = parts.reduce((best, part) => (part.share < best.share ? part : best))
  return `The share of ${whatOf(result)} where ${says} is highest for ${nameAt(result, most.row)} (${most.text}) and lowest for ${nameAt(result, least.row)} (${least.text}).`
}
