import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { askable } from '../askable.ts'
import { changeReading } from '../change/change-reading.ts'
import type { Reading } from '../reading.ts'
import { rules } from './rules.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const
const chosen = /^(?:no,? |i meant? )?the (first|second|third|fourth|fifth|sixth|other|last)(?: one| reading)?$/

/** `the second one`: of the readings that were offered, the one on show being the first. */
function choose(text: string, readings: readonly Reading[]): Reading | null {
  const said = chosen.exec(text)?.[1]
  if (said === undefined) return null
  if (said === 'other') return readings[1] ?? null
  return readings.at(said === 'last' ? -1 : ordinals.findIndex((each) => each === said)) ?? null
}

/** Words that lead to what follows on, and say nothing themselves. */
const lead =
  /^(?:ok(?:ay)?|now|then|so|but|and(?= (?:by|per|for|in|only|just|as|without|exclude|what|how|why|since|now|then|the)\b)|please|can you|could you)[,]?\s+/

function plain(question: string): string {
  let text = question
    .trim()
    .toLowerCase()
    .replace(/[?.!]+$/, '')
    .trim()
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(lead, '')
  }
  return text.replace(/,? please$/, '')
}

/** Earlier changes are part of what the next question follows on from, and no longer marked. */
const settled = (reading: Reading): Reading => ({
  ...reading,
  evidence: reading.evidence.map(({ piece, words, says }) => ({
    piece,
    words,
    ...(says === undefined ? {} : { says }),
  })),
})

/**
 * What a question changes of the reading before it: `and by region?`, `only 2024`, `the second one`. Null where it does
 * not follow on, and is a question of its own.
 */
export function followUp(
  question: string,
  readings: readonly [Reading, ...Reading[]],
  known: SemanticModel,
): Reading | null {
  const text = plain(question)
  const other = choose(text, readings)
  if (other) return other
  const model = askable(known)
  const [reading] = readings
  for (const { says, change } of rules) {
    const about = says.exec(text)?.[1]
    const changed = about === undefined ? null : change(about, { reading, model })
    if (changed) return changeReading(settled(reading), changed, model, about)
  }
  return null
}
