import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '#core/ask/ask.ts'
import { isMeant, suggestionsFor, suggestQuestions } from '#core/ask/suggest.ts'
import { understand } from '#core/ask/understand.ts'
import { loadPath, type LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'

const bench = join(import.meta.dirname, '../../../../shared/bench')

const csvBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : []

async function holds({ model, source }: LoadedText): Promise<void> {
  const all = suggestionsFor(model)
  expect(suggestQuestions(model).length).toBeGreaterThan(0)
  for (const suggestion of all) {
    const understood = understand(suggestion.question, model)
    expect(understood.status, suggestion.question).toBe('answer')
    if (understood.status !== 'answer') continue
    expect(isMeant(suggestion, understood.readings[0].query, model), suggestion.question).toBe(true)
  }
  for (const question of suggestQuestions(model)) {
    const answer = await ask(question, { model, source })
    expect(answer.status, question).toBe('answer')
    if (answer.status === 'answer') expect(answer.text, question).not.toBe('')
  }
}

describe('[H4] every question offered is read as it is meant, and answered', () => {
  test('on orders', async () => {
    const orders = await loadOrders()
    await holds(orders)
    expect(suggestQuestions(orders.model).length).toBeGreaterThan(5)
  })

  const files = [...csvBelow(join(bench, '9_data')), ...csvBelow(join(bench, '1_nlq'))]
  if (files.length === 0) test.skip('the benchmark folder is not here', () => {})
  test.each(files.map((path) => [path.slice(bench.length + 1), path]))('on %s', async (_, path) => {
    const loaded = await loadPath(path)
    if (loaded) await holds(loaded)
  })
})
