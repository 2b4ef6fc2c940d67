import type { Meaning } from './mention.ts'

/** An adjective that says more of something, one that says less, and the words for what it measures, surest first. */
const scales: readonly (readonly [more: string, less: string, of: string])[] = [
  ['deep', 'shallow', 'depth'],
  ['wide broad', 'narrow', 'width breadth'],
  ['thick', 'thin', 'thickness'],
  ['strong powerful', 'weak', 'power horsepower strength'],
  ['rainy wet', 'dry', 'precipitation rain rainfall'],
  ['windy', 'calm', 'wind'],
  ['humid', '', 'humidity'],
  ['snowy', '', 'snow snowfall'],
  ['sunny', '', 'sunshine sun'],
  ['cloudy', '', 'cloud'],
  ['expensive costly pricey dear', 'cheap', 'price cost fare amount total fee'],
  ['hot warm', 'cold cool chilly', 'temperature temp'],
  ['rich wealthy', 'poor', 'income gdp gnp wealth'],
  ['heavy', 'light', 'weight mass'],
  ['long', 'short', 'duration length running time minutes'],
  ['fast quick', 'slow', 'speed pace velocity'],
  ['old', 'young', 'age'],
  ['profitable', '', 'profit margin'],
  ['productive', '', 'productivity output'],
  ['risky', 'safe', 'risk'],
  ['spacious roomy', 'cramped', 'area size square'],
  ['accurate', '', 'accuracy'],
  ['reliable', '', 'reliability uptime'],
  ['engaged', '', 'engagement'],
  ['severe', 'mild', 'severity'],
  ['urgent', '', 'urgency'],
  ['difficult hard', 'easy', 'difficulty'],
  ['deadly', '', 'deaths fatalities killed'],
  ['stressed', '', 'stress'],
  ['acidic', '', 'acidity acid'],
  ['bitter', '', 'bitterness ibu'],
  ['alcoholic', '', 'alcohol abv'],
  ['steep', '', 'slope gradient'],
  ['loud', '', 'loudness decibel noise volume'],
  ['bright', 'dim', 'brightness luminosity'],
  ['bulky voluminous', '', 'volume'],
  ['cited', '', 'citations'],
  ['downloaded', '', 'downloads'],
  ['shared', '', 'shares'],
  ['clicked', '', 'clicks'],
  ['played', '', 'plays'],
  ['streamed', '', 'streams'],
  ['reviewed', '', 'reviews'],
  ['attended', '', 'attendance attendees'],
  ['delayed late', '', 'delay'],
  ['discounted', '', 'discount'],
  ['indebted', '', 'debt'],
  ['crowded', '', 'density population'],
  ['fuel-efficient efficient economical', '', 'mpg mileage efficiency'],
  ['experienced', '', 'experience tenure'],
  ['healthy', '', 'health'],
  ['viewed watched', '', 'views'],
  ['visited', '', 'visits visitors'],
  ['liked', '', 'likes'],
  ['satisfied', '', 'satisfaction'],
  ['happy', 'unhappy miserable sad', 'happiness'],
  ['generous', '', 'generosity'],
  ['corrupt', '', 'corruption'],
  ['dense', '', 'density'],
  ['noisy', 'quiet', 'noise'],
  ['salty', '', 'salt sodium'],
  ['sugary sweet', '', 'sugar'],
  ['fatty', '', 'fat'],
  ['polluted', '', 'pollution'],
]

/** Where on the map: the end of which coordinate. */
const compass: readonly (readonly [said: string, direction: 'ascending' | 'descending', of: string])[] = [
  ['northernmost', 'descending', 'latitude lat'],
  ['southernmost', 'ascending', 'latitude lat'],
  ['easternmost', 'descending', 'longitude lon lng long'],
  ['westernmost', 'ascending', 'longitude lon lng long'],
]

/** `narrow` is `narrower`, `dry` is `drier`, `wet` is `wetter`: short adjectives have forms, long ones `more`. */
function formsOf(adjective: string): readonly [comparative: string, superlative: string] {
  const isShort = (adjective.length <= 6 || adjective.endsWith('y')) && !adjective.endsWith('ed')
  if (!isShort) return [`more ${adjective}`, `most ${adjective}`]
  if (adjective.endsWith('ey')) return [`${adjective.slice(0, -2)}ier`, `${adjective.slice(0, -2)}iest`]
  if (/[^aeiou]y$/.test(adjective)) return [`${adjective.slice(0, -1)}ier`, `${adjective.slice(0, -1)}iest`]
  if (adjective.endsWith('e')) return [`${adjective}r`, `${adjective}st`]
  const doubled = /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(adjective) ? adjective + adjective.slice(-1) : adjective
  return [`${doubled}er`, `${doubled}est`]
}

function entriesOf(
  adjectives: string,
  isMore: boolean,
  of: readonly string[],
): readonly (readonly [string, Meaning])[] {
  const listed = adjectives === '' ? [] : adjectives.split(' ')
  return listed.flatMap((adjective): readonly (readonly [string, Meaning])[] => {
    const [comparative, superlative] = formsOf(adjective)
    const rank: Meaning = { kind: 'rank', direction: isMore ? 'descending' : 'ascending', of, isTime: false }
    return [
      [superlative, rank],
      [`${comparative} than`, { kind: 'compare', comparison: isMore ? 'greater' : 'less', of }],
      [`how much ${comparative}`, { kind: 'difference', of }],
    ]
  })
}

/** The comparatives and superlatives of adjectives that say what they measure. */
export const adjectivePhrases: readonly (readonly [phrase: string, meaning: Meaning])[] = [
  ...scales.flatMap(([more, less, named]) => {
    const of = named.split(' ')
    return [...entriesOf(more, true, of), ...entriesOf(less, false, of)]
  }),
  ...compass.map(([said, direction, of]): readonly [string, Meaning] => [
    said,
    { kind: 'rank', direction, of: of.split(' '), isTime: false },
  ]),
]
