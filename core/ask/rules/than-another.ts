import { at, matches, maybe, step, type Chart } from './chart.ts'
import type { Rule } from './rule.ts'

const isDifferenceBefore = ({ starting }: Chart, from: number): boolean =>
  starting.slice(0, from).some((mentions) => mentions.some(({ meaning }) => meaning.kind === 'difference'))

/** `how much dearer is the average server than the average laptop`: the second `average` is the first one said again. */
export const thanAnotherRule: Rule = {
  spec: 'K40',
  find: (chart, from) => {
    if (chart.words[from]?.lower !== 'than' || !isDifferenceBefore(chart, from)) return []
    return matches(chart, from, [step('than'), step('aggregate'), maybe('of'), step(['value', 'piece'])]).flatMap(
      (match) => {
        const value = at(match, 3, 'value') ?? at(match, 3, 'piece')
        return value === null ? [] : [{ from, to: value.from, score: 0.99, meaning: { kind: 'than' as const } }]
      },
    )
  },
}
