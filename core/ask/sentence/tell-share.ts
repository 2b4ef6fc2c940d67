import { inSentence } from '../../charts/labels.ts'
import { formatNumber, formatPercent } from '../../format/format-number.ts'
import { asPossession, isFact } from './conditions.ts'
import { countedGroups, inFormat, nameAt, numbered, type Result } from './result.ts'
import { tellRanking } from './tell-groups.ts'

/** Is it the part of a whole that passes a condition? */
export const isShare = ({ reading }: Result): boolean => {
  const [first, ...others] = reading.query.measures
  return first?.share !== undefined && first.filter !== undefined && others.length === 0
}

type Share = {
  /** `passengers`, `total sales`. */
  readonly whole: string
  readonly says: string
  readonly isOfRows: boolean
}

/** The name of the share taken apart: what it is of, and under which condition. */
function shareIn({ measures: [measure], reading }: Result): Share {
  const label = (measure?.part.label ?? '').replace(/^Share of /, '')
  const at = label.indexOf(' where ')
  const [asked] = reading.query.measures
  return { whole: label.slice(0, at), says: label.slice(at + 7), isOfRows: asked?.aggregate === 'count' }
}

/** ` (314 of 891)`, where the whole is known. */
function countsText({ reading, model, over }: Result, share: number): string {
  const [asked] = reading.query.measures
  const column = model.columns.find(({ name }) => name === asked?.column)
  if (asked?.aggregate !== 'count') return ''
  const all = over ?? (reading.query.filters.length === 0 ? model.rows - (column?.nulls ?? 0) : null)
  return all === null ? '' : ` (${formatNumber(Math.round(share * all))} of ${formatNumber(all)})`
}

/** `35.2% of passengers have Sex female (314 of 891).` */
function tellWhole(result: Result, share: number): string {
  const { whole, says, isOfRows } = shareIn(result)
  const [percent, counts] = [formatPercent(share), countsText(result, share)]
  const of = `${whole}${result.where}`
  if (isFact(says, result.model)) return `${says} for ${percent} of ${of}${counts}.`
  const had = asPossession(says, result.model)
  return isOfRows ? `${percent} of ${of} have ${had}${counts}.` : `${had} makes up ${percent} of ${of}.`
}

/** The share of each group: the highest, the lowest, and how many groups there are. */
function tellEach(result: Result): string {
  const { whole, says } = shareIn(result)
  const [measure] = result.measures
  const points = measure ? numbered(result, measure) : []
  const [first, ...others] = points
  if (measure === undefined || first === undefined) return 'No group has a value.'
  const what = isFact(says, result.model)
    ? `${says} for`
    : `${inSentence(asPossession(says, result.model))} is the case for`
  const at = ({ row, value }: (typeof points)[number]): string =>
    `${inFormat(value, measure)} of ${whole} in ${nameAt(result, row)}`
  if (others.length === 0) return `${what} ${at(first)}${result.where}.`
  const most = points.reduce((best, point) => (point.value > best.value ? point : best))
  const least = points.reduce((best, point) => (point.value < best.value ? point : best))
  if (most.value === least.value)
    return `The share of ${whole} where ${says} is the same for all ${countedGroups(result, points.length)}: ${inFormat(most.value, measure)}.`
  const among = points.length > 2 ? `Of ${countedGroups(result, points.length)}, the` : 'The'
  return `${among} share of ${whole} where ${says}${result.where} is highest for ${nameAt(result, most.row)} (${inFormat(most.value, measure)}) and lowest for ${nameAt(result, least.row)} (${inFormat(least.value, measure)}).`
}

/** The part of a whole that passes a condition, alone or group by group. */
export function tellShare(result: Result): string {
  const [measure] = result.measures
  if (measure === undefined) return ''
  if (result.groups.length > 0)
    return result.reading.query.limit < 1000 ? tellRanking(result, measure) : tellEach(result)
  const [point] = numbered(result, measure)
  return point
    ? tellWhole(result, point.value)
    : `There are no ${shareIn(result).whole} to take a share of${result.where}.`
}
