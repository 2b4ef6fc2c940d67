import { stem } from '../words.ts'
import { endingAt, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

/**
 * Verbs of making and handling: between persons and rows they say only whose the rows are. A verb that says in which
 * state something is (`closed`, `approved`, `returned`) is none of them.
 */
const stems: ReadonlySet<string> = new Set(
  'raise raised log file submit report handle request place process send receive write issue record enter register host own filed placed made put buy order bring see seen treat treated serve served teach taught'
    .split(' ')
    .map(stem),
)

/** A noun stands in the same form as some verbs do: `files`, `orders`. */
const isVerbForm = (word: string, isAsked: boolean): boolean =>
  stems.has(stem(word)) &&
  (/(ed|ing|seen|taught|made|put|sent|wrote|written|held|bought|brought)$/.test(word) || isAsked)

const near = 4

/** Do the rows stand within a few words after it, or right before it? */
function isOfRows({ starting, words }: Chart, from: number): boolean {
  const after = starting.slice(from + 1, from + 1 + near).flat()
  const before = endingAt(starting, from)
  return words.length > 1 && [...after, ...before].some(({ meaning }) => meaning.kind === 'entity')
}

/** `which caller raises the most tickets`: right after who does it, or after `did`. */
const isAfterWho = ({ starting, words }: Chart, from: number): boolean =>
  /^(do|does|did)$/.test(words[from - 2]?.lower ?? '') ||
  endingAt(starting, from).some(({ meaning }) => meaning.kind === 'column' && meaning.column.role !== 'measure')

/** `tickets raised by each caller`, `which customer placed the most orders`: the verb belongs to the rows. */
export const actingVerbRule: Rule = {
  spec: 'K21',
  find: (chart, from) => {
    const word = chart.words[from]
    if (word === undefined || word.isQuoted || !isVerbForm(word.lower, isAfterWho(chart, from))) return []
    const isKnown = (chart.starting[from] ?? []).some(
      ({ meaning }) => meaning.kind === 'column' || meaning.kind === 'value',
    )
    if (isKnown || !isOfRows(chart, from)) return []
    return [{ from, to: from + 1, score: 0.9, meaning: { kind: 'piece' as const, rule: 'acting verb', piece: {} } }]
  },
}
