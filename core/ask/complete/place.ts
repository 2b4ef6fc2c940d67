import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { entriesCalled, entriesOf, type Entry, type EntryKind } from './entries.ts'
import type { Place } from './phrases.ts'

const ranked = /\b(top|bottom|first|last)( \d+)? .+ by$/
const beforeFigure =
  /\b(total|sum of|sum|average|mean|avg|median|highest|lowest|most|least|maximum|minimum|max|min|share of|distribution of|trend of|spread of)$/
const beforeGroup = /\b(by|per|each|every|across|which|what|(top|bottom) \d+)$/
const ofTime = /\b(by (month|quarter|year|week|day)|over time|in \d{4})$/
const beforeValue = /\b(in|for|from|where|is|are|only|not|excluding|except|without|with|of|at)$/

const after: Readonly<Record<EntryKind, Place>> = {
  figure: 'afterFigure',
  group: 'afterGroup',
  time: 'afterTime',
  value: 'afterValue',
  phrase: 'any',
}

const longestName = 5

/** The entry that the text ends with, in as many words as possible. */
function lastEntry(text: string, model: SemanticModel): Entry | null {
  const entries = entriesOf(model)
  const words = text.split(' ')
  for (let count = Math.min(longestName, words.length); count > 0; count -= 1) {
    const called = entriesCalled(entries, words.slice(-count).join(' ').replaceAll('"', ''))
    const [entry] = called.filter(({ kind }) => kind !== 'phrase')
    if (entry) return entry
  }
  return null
}

/** What the text before the caret leads to. */
export function placeAfter(before: string, model: SemanticModel): Place {
  const text = before.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  if (text === '') return 'start'
  if (ranked.test(text) || beforeFigure.test(text)) return 'figure'
  if (beforeGroup.test(text)) return 'group'
  if (beforeValue.test(text)) return 'value'
  if (ofTime.test(text)) return 'afterTime'
  const entry = lastEntry(text, model)
  return entry ? after[entry.kind] : 'any'
}

/** How likely each kind is in each place, 0 to 1. */
export const likely: Readonly<Record<Place, Readonly<Record<EntryKind, number>>>> = {
  start: { figure: 0.8, group: 0.55, time: 0.3, value: 0.2, phrase: 1 },
  figure: { figure: 1, group: 0.35, time: 0.25, value: 0.15, phrase: 0.1 },
  group: { figure: 0.3, group: 1, time: 0.8, value: 0.15, phrase: 0.9 },
  value: { figure: 0.3, group: 0.4, time: 0.3, value: 1, phrase: 0.8 },
  afterFigure: { figure: 0.2, group: 0.2, time: 0.15, value: 0.25, phrase: 1 },
  afterGroup: { figure: 0.3, group: 0.25, time: 0.2, value: 0.5, phrase: 1 },
  afterTime: { figure: 0.3, group: 0.3, time: 0.2, value: 0.3, phrase: 1 },
  afterValue: { figure: 0.3, group: 0.35, time: 0.2, value: 0.4, phrase: 1 },
  any: { figure: 0.7, group: 0.7, time: 0.5, value: 0.6, phrase: 0.4 },
}
