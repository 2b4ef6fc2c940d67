import { describe, expect, test } from 'vitest'
import { pieceNamed } from '#core/ask/change/replace-piece.ts'
import { changeReading } from '#core/ask/change/change-reading.ts'
import { replacePiece } from '#core/ask/change/replace-piece.ts'
import { meaningChoices } from '#core/ask/corrections/choices.ts'
import { lessonOf } from '#core/ask/corrections/lesson.ts'
import { withCorrections } from '#core/ask/corrections/with-corrections.ts'
import type { Piece } from '#core/ask/pieces.ts'
import { readQuestion } from '#core/ask/read-question.ts'
import type { Reading } from '#core/ask/reading.ts'
import { readReading, writeReading } from '#core/ask/link.ts'
import { understand } from '#core/ask/understand.ts'
import type { Correction } from '#core/semantic/correction.ts'
import { loadOrders } from '../../../support/orders.ts'

const { model } = await loadOrders()

const says = (words: string, column: string, value: Correction['value'] = null): Correction => ({
  words,
  column,
  value,
})

function read(question: string, ...corrections: readonly Correction[]): Reading {
  const understood = understand(question, withCorrections(model, corrections))
  if (understood.status !== 'answer') throw new Error(`${question}: ${understood.status}`)
  return understood.readings[0]
}

describe('a word that was given a meaning', () => {
  test('[L1] is a column', () => {
    expect(understand('total zorp by region', model).status).not.toBe('answer')
    expect(read('total zorp by region', says('zorp', 'sales')).query).toEqual(read('total sales by region').query)
    expect(read('total sales by patch', says('patch', 'region')).query).toEqual(read('total sales by region').query)
  })

  test('[L1] is a value', () => {
    const corrected = read('total sales in gold country', says('gold country', 'region', 'West'))
    expect(corrected.query).toEqual(read('total sales in West').query)
  })

  test('[L1] goes before what the word would mean otherwise', () => {
    expect(read('total turnover by region').query.measures[0]).toMatchObject({ column: 'sales' })
    expect(read('total turnover by region', says('turnover', 'quantity')).query.measures[0]).toMatchObject({
      column: 'quantity',
    })
    expect(read('total sales by region', says('sales', 'quantity')).query.measures[0]).toMatchObject({
      column: 'quantity',
    })
  })

  test.each(['total zorps by region', 'Total ZORP by region', 'zorp by region'])('[L2] %s', (question) => {
    expect(read(question, says('zorp', 'sales')).query.measures[0]).toMatchObject({ column: 'sales' })
  })

  test('[L3] is told so in its chip, also in a link, until it is changed', () => {
    const corrected = withCorrections(model, [says('zorp', 'sales'), says('gold country', 'region', 'West')])
    const asked = read('total zorp in gold country', ...(corrected.corrections ?? []))
    const meanings = ({ chips }: Reading) => chips.map(({ means }) => means?.what)
    expect(meanings(asked)).toEqual(['Sales', 'Region West'])
    const linked = readReading(writeReading(asked), corrected)
    expect(linked && meanings(linked)).toEqual(['Sales', 'Region West'])
    const piece = pieceNamed(asked, asked.chips[0]?.piece ?? '')
    if (piece === null) throw new Error('no piece')
    const other: Piece = { kind: 'measure', of: { aggregate: 'sum', column: 'quantity' } }
    const changed = changeReading(asked, replacePiece(asked.query, piece, other), corrected)
    expect(meanings(changed)).toEqual([undefined, 'Region West'])
    expect(meanings(read('total sales in West'))).toEqual([undefined, undefined])
  })

  test('[L4] of a column that the model lacks is none', () => {
    expect(withCorrections(model, [says('zorp', 'secret')])).toBe(model)
    expect(withCorrections(model, [says('?!', 'sales')])).toBe(model)
    const { columns } = withCorrections(model, [says('zorp', 'sales'), says('blip', 'secret')])
    expect(columns).toBe(model.columns)
  })

  test('[L7] without corrections nothing changes', () => {
    for (const question of ['total sales by region', 'top 5 customers by sales in 2023', 'how many orders in West'])
      expect(readQuestion(question, { ...model, corrections: [] })).toEqual(readQuestion(question, model))
  })
})

describe('a changed chip', () => {
  const lesson = (question: string, at: number, to: Piece): Correction | null => {
    const asked = read(question)
    const chip = asked.chips[at]
    const from = chip ? pieceNamed(asked, chip.piece) : null
    if (!chip || !from) throw new Error('no chip')
    return lessonOf(chip, { from, to }, model)
  }
  const sumOf = (column: string): Piece => ({ kind: 'measure', of: { aggregate: 'sum', column } })

  test('[L5] teaches the words it came from', () => {
    expect(lesson('total turnover by region', 0, sumOf('quantity'))).toEqual(says('turnover', 'quantity'))
    expect(lesson('sales by territory', 1, { kind: 'dimension', of: { column: 'segment' } })).toEqual(
      says('territory', 'segment'),
    )
  })

  test('[L5] teaches nothing where the words are a name, or the column is the same', () => {
    expect(lesson('total sales by region', 0, sumOf('quantity'))).toBeNull()
    expect(lesson('total sales by region', 1, { kind: 'dimension', of: { column: 'segment' } })).toBeNull()
    expect(lesson('total turnover', 0, { kind: 'measure', of: { aggregate: 'mean', column: 'sales' } })).toBeNull()
    expect(lesson('how many orders', 0, sumOf('sales'))).toBeNull()
  })
})

test('[L6] every column, measure and value can be chosen, and is then read', () => {
  const choices = meaningChoices(model)
  expect(choices.filter(({ group }) => group === 'A column').length).toBe(
    model.columns.length + model.calculations.length,
  )
  for (const { meant } of choices.filter((_, at) => at % 9 === 0)) {
    const corrected = withCorrections(model, [{ words: 'zorpling', ...meant }])
    expect(readQuestion('how many orders zorpling', corrected).unknown, JSON.stringify(meant)).toEqual([])
  }
})
