import { describe, expect, test } from 'vitest'
import { withCorrections } from '#core/ask/corrections/with-corrections.ts'
import { kinOfWord } from '#core/ask/kin/kin-of-word.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import type { Reading } from '#core/ask/reading.ts'
import { sure } from '#core/ask/score.ts'
import { understand } from '#core/ask/understand.ts'
import { loadText } from '../../../support/load-text.ts'

const rows = Array.from(
  { length: 60 },
  (_, at) =>
    `${['Car', 'Bicycle', 'Truck'][at % 3]},${['Lisbon', 'Porto'][at % 2]},${10 + ((at * 7) % 90)},${['Cancelled', 'Finished'][at % 2]},${at % 4 === 0 ? 'yes' : 'no'}`,
)
const { model: bare } = await loadText('hires.csv', `automobile,town,rainfall,progress,returned\n${rows.join('\n')}\n`)
const model = withKin(bare)

const read = (question: string, by = model): Reading => {
  const understood = understand(question, by)
  if (understood.status !== 'answer') throw new Error(`${question}: ${JSON.stringify(understood)}`)
  return understood.readings[0]
}

const nearTo = (word: string): readonly string[] => kinOfWord(word).map(({ stem }) => stem)

describe('a word near to a name or value', () => {
  test('[N1] is taken for it', () => {
    expect(understand('average precipitation by town', bare).status).not.toBe('answer')
    expect(read('average precipitation by town').query).toEqual(read('average rainfall by town').query)
  })

  test.each([
    ['buy', 'sell'],
    ['minimum', 'maximum'],
    ['home', 'away'],
    ['arrival', 'departur'],
    ['revenu', 'cost'],
  ])('[N1] never is its opposite: %s and %s', (one, other) => {
    expect(nearTo(one)).not.toContain(other)
    expect(nearTo(other)).not.toContain(one)
  })

  test('[N2] is said to be a guess, and is never sure', () => {
    const { chips, score } = read('average precipitation by town')
    expect(chips.find(({ means }) => means)?.means).toEqual({
      words: 'precipitation',
      what: 'Rainfall',
      isGuess: true,
    })
    expect(score).toBeLessThan(sure)
  })

  test('[N3] stands alone: two are refused by their names', () => {
    expect(readQuestion('average precipitation by municipality', model).readings).toEqual([])
    expect(readQuestion('average precipitation by municipality', model).unknown).toEqual([
      'precipitation',
      'municipality',
    ])
  })

  test('[N4] is only tried where nothing else explains the word', () => {
    const taught = withCorrections(model, [{ words: 'precipitation', column: 'town', value: null }])
    expect(read('count by precipitation', taught).query.dimensions[0]?.column).toBe('town')
    expect(read('average rainfall by town').chips.every(({ means }) => means === undefined)).toBe(true)
  })

  test('[N5] may be broader than a column, not than a value', () => {
    expect(read('average rainfall by municipality').query).toEqual(read('average rainfall by town').query)
    expect(model.kin?.find(({ value }) => value === 'Bicycle')?.words ?? {}).not.toHaveProperty('vehicl')
    expect(nearTo('automobil')).not.toContain('sedan')
  })

  test('[N6] names no column of yes and no', () => {
    expect(model.kin?.some(({ column }) => column === 'returned')).toBe(false)
  })

  test('[N6] says something by itself', async () => {
    const { model: persons } = await loadText('persons.csv', 'surname,club\nKeane,Leeds\nOwen,Porto\nCole,Leeds\n')
    expect(withKin(persons).kin?.flatMap(({ words }) => Object.keys(words))).not.toContain('name')
  })
})
