import type { Word } from '../words.ts'
import { wordsOfMatch, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

const more = 'fastest quickest strongest biggest largest highest greatest best steepest sharpest'
const less = 'slowest weakest smallest lowest least'
const ends: ReadonlyMap<string, 'ascending' | 'descending'> = new Map([
  ...more.split(' ').map((word) => [word, 'descending'] as const),
  ...less.split(' ').map((word) => [word, 'ascending'] as const),
])
const rising = new Set('growing growth increase rise gain improvement jump uplift'.split(' '))
const falling = new Set('falling declining shrinking decline decrease drop fall reduction'.split(' '))

type Found = { readonly direction: 'ascending' | 'descending'; readonly to: number }

const said = (words: readonly Word[], at: number, pattern: RegExp): boolean => pattern.test(words[at]?.lower ?? '')

/** Which end is asked for, of how figures grew: a fall is a growth below zero. */
function endAt({ words }: Chart, from: number): Found | null {
  const direction = ends.get(words[from]?.lower ?? '')
  const noun = said(words, from + 1, /^(%|percentage|percent|relative)$/) ? from + 2 : from + 1
  const word = words[noun]?.lower ?? ''
  const isFall = falling.has(word)
  if (direction === undefined || !(isFall || rising.has(word))) return null
  const to = said(words, noun + 1, /^(in|of)$/) ? noun + 2 : noun + 1
  return { direction: isFall === (direction === 'descending') ? 'ascending' : 'descending', to }
}

/** `fastest growing region`, `the biggest drop in sales`: which end, of how figures grew. */
export const growingRule: Rule = {
  spec: 'K45',
  find: (chart, from) => {
    const end = endAt(chart, from)
    if (end === null) return []
    const { direction, to } = end
    const rank = { direction, count: null, by: 'measure' as const, words: wordsOfMatch(chart, { from, to }) }
    const piece = { along: { how: 'growth' as const, to: 'previousPeriod' as const }, rank }
    return [{ from, to, score: 0.99, meaning: { kind: 'piece' as const, rule: 'growing', piece } }]
  },
}
