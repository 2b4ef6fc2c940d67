import { amountOf } from '../candidates/find-amounts.ts'
import type { Mention } from '../mention.ts'
import type { Chart } from './chart.ts'
import type { Outliers } from './piece.ts'
import type { Rule } from './rule.ts'

const number = String.raw`(?<times>\d+(?:\.\d+)?|one|two|three|four|five)`
const deviations = '(?:standard deviations?|standard devs?|std deviations?|std devs?|stdevs?|stds?|sds?|sigmas?)'
const led = '(?:(?:using|use|by|with|via|according to|based on|per) )?(?:(?:the|a|an) )?'

/** The words for values far from others; each matches from the word at which it starts. */
const patterns: readonly {
  readonly said: RegExp
  readonly by?: NonNullable<Outliers['by']>
  readonly side?: NonNullable<Outliers['side']>
}[] = [
  {
    said: /^(?:excluding|without|ignoring|removing|except|after removing|leaving out) (?:(?:any|the|all) )*outliers?\b/,
    side: 'inside',
  },
  { said: /^(?:statistical )?outliers?(?: (?:values?|detection))?\b/ },
  {
    said: new RegExp(
      `^${led}(?:${number} )?(?:(?:x|times) )?(?:iqr|interquartile range|tukey)(?: (?:rule|method|criterion|fences?))?\\b`,
    ),
    by: 'quartiles',
  },
  {
    said: new RegExp(
      `^${led}z scores?(?: (?:method|rule))?(?: (?:(?:with )?(?:a )?threshold (?:of|is)|of|above|over|greater than|more than|beyond) ${number})?\\b`,
    ),
    by: 'deviations',
  },
  {
    said: new RegExp(
      `^(?<op>more than|at least|greater than|over|above|beyond|within|less than|exceeding)? ?${number} ${deviations}(?: (?<side>above|over|higher than|below|under|lower than|away from|from|of|beyond|outside of|outside))?(?: (?:the|its|their|our))* (?:mean|average)\\b`,
    ),
    by: 'deviations',
  },
]

/** As many words as the longest of the patterns. */
const mostWords = 12

const sides: Readonly<Record<string, Outliers['side']>> = {
  above: 'above',
  over: 'above',
  'higher than': 'above',
  below: 'below',
  under: 'below',
  'lower than': 'below',
}

function sideOf(op: string | undefined, side: string | undefined): Pick<Outliers, 'side'> {
  const found = op === 'within' || op === 'less than' ? 'inside' : sides[side ?? '']
  return found === undefined ? {} : { side: found }
}

/** `within 2 deviations` is not read as `2 deviations`. */
const startsInside = ({ words }: Chart, from: number): boolean =>
  /^(than|within|least)$/.test(words[from - 1]?.lower ?? '')

/** A method says nothing where nothing is far: the interquartile range may be asked for itself. */
const namesOutliers = ({ words }: Chart): boolean => words.some(({ lower }) => /^outliers?$/.test(lower))

function timesOf(text: string): Pick<Outliers, 'times'> {
  const amount = amountOf(text)
  return amount === null ? {} : { times: amount.value }
}

type Said = (typeof patterns)[number]

/** What a pattern says of outliers, and how many words it takes; null where it does not match. */
function saidAt(chart: Chart, from: number, { said, by, side }: Said): { outliers: Outliers; words: number } | null {
  const rest = chart.words.slice(from, from + mostWords).map(({ lower }) => lower)
  const match = said.exec(rest.join(' '))
  const { op, times = '', side: told } = match?.groups ?? {}
  if (match === null || (op === undefined && startsInside(chart, from))) return null
  if (by !== undefined && times === '' && !namesOutliers(chart)) return null
  const kept = side === undefined ? sideOf(op, told) : { side }
  return { outliers: { ...(by && { by }), ...timesOf(times), ...kept }, words: match[0].split(' ').length }
}

function outliersAt(chart: Chart, from: number): readonly Mention[] {
  return patterns.flatMap((pattern) => {
    const found = saidAt(chart, from, pattern)
    if (found === null) return []
    const meaning = { kind: 'piece' as const, rule: 'outliers', piece: { outliers: found.outliers } }
    return [{ from, to: from + found.words, score: 0.97, meaning }]
  })
}

/** `outliers`, `by the 1.5 IQR rule`, `more than 3 standard deviations above the mean`. */
export const outliersRule: Rule = { spec: 'N4', find: outliersAt }
