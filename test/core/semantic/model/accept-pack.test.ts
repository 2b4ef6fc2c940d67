import { beforeAll, describe, expect, test } from 'vitest'
import { generateModel } from '#core/semantic/generate-model.ts'
import { acceptPack, newMeasuresOf } from '#core/semantic/model/accept-pack.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { modelDocument, noDecisions } from '#core/semantic/model/model-document.ts'
import { validateDocument } from '#core/semantic/model/validate-document.ts'
import { packsFor } from '#core/semantic/packs/packs-for.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadText } from '../../../support/load-text.ts'

const lines = Array.from(
  { length: 50 },
  (_, at) => `O-${at},2024-01-0${1 + (at % 9)},C${at % 9},P${at % 5},${1 + (at % 3)},${10 + at},${at}`,
)
let generated: SemanticModel
beforeAll(async () => {
  const { profile } = await loadText(
    'sales.csv',
    ['Order ID,Order Date,Customer,Product,Quantity,Sales,Profit', ...lines].join('\n'),
  )
  generated = generateModel({ dataset: 'd', name: 'Sales' }, profile)
})

describe('a pack that fits is taken with one click', () => {
  test('and what it brings is sound: no problem, and every measure computed', () => {
    const [match] = packsFor(generated)
    const document = match ? acceptPack(noDecisions, match, generated) : noDecisions
    expect(document.measures.length).toBeGreaterThan(1)
    expect(validateDocument(document, generated).filter(({ severity }) => severity === 'error')).toEqual([])
    expect(applyDocument(generated, document).measures).toHaveLength(document.measures.length)
  })

  test('and taking it again adds nothing', () => {
    const [match] = packsFor(generated)
    if (!match) throw new Error('No pack fits')
    const once = acceptPack(noDecisions, match, generated)
    expect(newMeasuresOf(match, once, generated)).toEqual([])
    expect(acceptPack(once, match, generated)).toEqual(once)
  })

  test('and what a person named already stays theirs', () => {
    const [match] = packsFor(generated)
    const [first] = match?.measures ?? []
    if (!match || !first) throw new Error('No pack fits')
    const mine = modelDocument.parse({ measures: [{ name: first.name.toUpperCase(), formula: 'count()' }] })
    expect(
      acceptPack(mine, match, generated).measures.filter(({ name }) => name.toLowerCase() === first.name.toLowerCase()),
    ).toEqual(mine.measures)
  })
})
