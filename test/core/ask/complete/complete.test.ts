import { describe, expect, test } from 'vitest'
import { complete } from '#core/ask/complete/complete.ts'
import type { Suggestion } from '#core/ask/complete/completion.ts'
import { previewOf } from '#core/ask/complete/known-readings.ts'
import { sure } from '#core/ask/score.ts'
import { suggestionsFor } from '#core/ask/suggest.ts'
import { understand } from '#core/ask/understand.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadText } from '../../../support/load-text.ts'
import { loadOrders } from '../../../support/orders.ts'
import { csvOf } from '../../../support/own-files/own-table.ts'
import { ownFileNames, ownFiles } from '../../../support/own-files/registry.ts'
import { seededRandom } from '../../../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const { model } = await loadOrders()

const at = (text: string, known: SemanticModel = model, asked: readonly string[] = []): readonly Suggestion[] => {
  const caret = text.includes('|') ? text.indexOf('|') : text.length
  return complete({ text: text.replace('|', ''), caret }, { model: known, asked }).suggestions
}
const texts = (text: string, kind?: Suggestion['kind']): readonly string[] =>
  at(text)
    .filter((each) => kind === undefined || each.kind === kind)
    .map((each) => each.text)

describe('words', () => {
  test.each([
    ['[C1] a figure after an aggregate', 'average s', 'average sales'],
    ['[C1] a group after by', 'total sales by r', 'total sales by region'],
    ['[C1] a grain after by', 'total sales by mo', 'total sales by month'],
    ['[C1] a value after in', 'total sales in We', 'total sales in West'],
    ['[C1] a phrase at the start', 'to', 'total'],
    ['[C1] how many rows there are', 'how m', 'how many orders'],
    ['[C1] a phrase after a figure', 'total sales o', 'total sales over time'],
    ['[C1] a figure to rank by', 'top 5 customers by s', 'top 5 customers by sales'],
    ['[C2] a word within a name', 'average pri', 'average unit price'],
    ['[C2] two words of a name', 'average unit p', 'average unit price'],
    ['[C2] in capitals', 'total sales by REG', 'total sales by region'],
    ['[C2] by what else it is called', 'total turno', 'total sales'],
  ])('%s', (_, typed, first) => {
    expect(at(typed)[0]?.question.trim()).toBe(first)
  })

  test('[C1] what follows a whole column is offered at once', () => {
    expect(texts('total sales', 'phrase')).toContain('by month')
    expect(texts('total sales ', 'phrase')).toContain('over time')
    expect(texts('top 5 ', 'group').length).toBeGreaterThan(1)
    expect(texts('total sales in ', 'value').length).toBeGreaterThan(1)
  })

  test('[C1] no word is offered twice, and no id before what groups', () => {
    expect(texts('average a')).not.toContain('average')
    expect(texts('total to').filter((text) => text.startsWith('total'))).toEqual([])
    expect(texts('total sales by ', 'group')[0]).not.toMatch(/id$/i)
  })

  test('[C1] nothing is offered where nothing is called for', () => {
    expect(at('total sales by month ').filter(({ kind }) => kind !== 'question' && kind !== 'phrase')).toEqual([])
    expect(at('hello dear ').filter(({ kind }) => kind !== 'question')).toEqual([])
  })

  test('[C3] stand in the place of what was typed of them', () => {
    const taken = (text: string, wanted: string) => at(text).find((each) => each.text === wanted)
    expect(taken('total sales by reg', 'by region')).toMatchObject({ question: 'total sales by region ', caret: 22 })
    expect(taken('average unit p', 'unit price')).toMatchObject({ question: 'average unit price ', caret: 19 })
    expect(taken('total sales', 'by month')).toMatchObject({ question: 'total sales by month ', caret: 21 })
    expect(taken('total sales by reg| in 2023', 'by region')).toMatchObject({
      question: 'total sales by region in 2023',
      caret: 22,
    })
    expect(at('total sa|les').filter(({ kind }) => kind !== 'question')).toEqual([])
  })

  test('[C6] a value of words of the language is quoted', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${['Top', 'By Air', 'Plain'][row % 3]},${row * 3}`)
    const { model: own } = await loadText('modes.csv', `mode,amount\n${rows.join('\n')}\n`)
    const said = (typed: string) => at(typed, own).find(({ kind }) => kind === 'value')?.text
    expect(said('total amount in pla')).toBe('Plain')
    expect(said('total amount where mode is "by')).toBe('"By Air"')
    expect(said('total amount where mode is to')).toBe('"Top"')
  })
})

describe('questions', () => {
  const questionsAt = (typed: string, asked: readonly string[] = []) =>
    at(typed, model, asked).filter(({ kind }) => kind === 'question')

  test('[C5] what was asked before goes first, if it still works', () => {
    const asked = ['total sales by region in 2023', 'what is love', 'total profits of unicorns']
    const [first, ...others] = questionsAt('total', asked)
    expect(first).toMatchObject({ text: 'total sales by region in 2023', about: 'Asked before' })
    expect(others.map(({ text }) => text)).not.toContain('total profits of unicorns')
  })

  test('[C1] a question that goes on from what is typed is offered', () => {
    expect(questionsAt('average unit price').map(({ text }) => text.toLowerCase())).toContain(
      'average unit price by month',
    )
  })

  test('[C7] they are checked one at a time, and are added below what is shown', async () => {
    const { model: fresh } = await loadOrders()
    const copy = { ...fresh }
    const typed = { text: 'how many', caret: 8 }
    const shown: (readonly Suggestion[])[] = []
    for (let step = 0; step < 20; step += 1) {
      const { suggestions, isFinished } = complete(typed, { model: copy, asked: [] }, step === 0 ? 0 : 1)
      shown.push(suggestions)
      if (isFinished) break
    }
    expect(shown.length).toBeGreaterThan(2)
    for (const [step, list] of shown.entries())
      expect(list.slice(0, shown[step - 1]?.length ?? 0)).toEqual(shown[step - 1] ?? [])
    expect(shown.at(-1)).toEqual(complete(typed, { model: copy, asked: [] }).suggestions)
  })

  test.each(ownFileNames)(
    '[C4] of %s, whatever is typed, every whole question is sure to be answered',
    async (name) => {
      const random = seededRandom(seed)
      const { model: own } = await loadText(`${name}.csv`, csvOf(ownFiles[name](random)))
      const questions = suggestionsFor(own).map(({ question }) => question)
      let checked = 0
      for (let round = 0; round < 12; round += 1) {
        const question = random.pick(questions)
        const typed = question.slice(0, 1 + random.below(question.length))
        for (const { kind, text } of at(typed, own)) {
          if (kind !== 'question') continue
          checked += 1
          const understood = understand(text, own)
          expect(understood.status, `${text} (seed ${seed})`).toBe('answer')
          if (understood.status === 'answer') expect(understood.readings[0].score).toBeGreaterThanOrEqual(sure)
        }
      }
      expect(checked).toBeGreaterThan(0)
    },
  )
})

describe('the preview', () => {
  test('[C8] is the reading that the question would have', () => {
    const { chips, isSure, unknown } = previewOf('total sales by region ', model)
    const understood = understand('total sales by region', model)
    expect(understood.status === 'answer' && understood.readings[0].chips).toEqual(chips)
    expect(isSure).toBe(true)
    expect(unknown).toEqual([])
  })

  test('[C8] names the words without a meaning', () => {
    expect(previewOf('total sales by flurb', model)).toMatchObject({ isSure: false, unknown: ['flurb'] })
    expect(previewOf('total sales by reg', model).unknown).toEqual([])
    expect(previewOf('  ', model)).toEqual({ chips: [], isSure: false, unknown: [] })
  })
})

test('[C9] any text is completed, with the caret anywhere', () => {
  const random = seededRandom(seed)
  const parts = [
    'total',
    ' ',
    'by',
    '"',
    '“',
    'West',
    '中文',
    '🙂',
    ',',
    '?',
    '\\',
    '(',
    '%',
    'ß',
    '\n',
    '0',
    '-',
    'in ',
  ]
  for (let round = 0; round < 60; round += 1) {
    const length = random.below(12)
    const text = Array.from({ length }, () => random.pick(parts)).join('')
    const caret = random.below(text.length + 4) - 2
    const { suggestions } = complete({ text, caret }, { model, asked: [text] }, 1)
    for (const each of suggestions)
      expect(each.caret, `${text} (seed ${seed})`).toBeLessThanOrEqual(each.question.length)
  }
})
