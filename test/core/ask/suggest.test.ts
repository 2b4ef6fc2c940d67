import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { askSource as ask } from '#core/ask/ask-source.ts'
import { suggestionsFor, suggestQuestions } from '#core/ask/suggest.ts'
import { isMeant } from '#core/ask/suggest/draft-suggestions.ts'
import { understand } from '#core/ask/understand.ts'
import { loadPath, loadText, type LoadedText } from '../../support/load-text.ts'
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

  test('[H7] the first four are a trend, a ranking, a comparison and a share, of columns that mean something', async () => {
    const { model } = await loadOrders()
    expect(suggestQuestions(model).slice(0, 4)).toEqual([
      'How has total sales changed over time?',
      expect.stringMatching(/^What are the top 5 customers by total sales\?$/),
      expect.stringMatching(/^What is the average (unit price|quantity) by (region|segment)\?$/),
      expect.stringMatching(/^What percentage of orders returned\?$/),
    ])
  })

  test('[H7] abbreviations, codes, constants and ids are left alone while there is better', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      [at + 1, at % 3, at % 2, 'SCQ'[at % 3], ['First', 'Second', 'Third'][at % 3], 10 + (at % 17) * 1.5, 'all'].join(
        ',',
      ),
    )
    const text = `ticket_code,sibsp,parch,embarked,class,fare,kind\n${rows.join('\n')}\n`
    const { model } = await loadText('boats.csv', text)
    const said = suggestQuestions(model).slice(0, 4).join(' ')
    expect(said).toMatch(/fare/)
    expect(said).toMatch(/class/)
    expect(said).not.toMatch(/sibsp|parch|embarked|ticket|kind/i)
  })

  const files = [...csvBelow(join(bench, '9_data')), ...csvBelow(join(bench, '1_nlq'))]
  if (files.length === 0) test.skip('the benchmark folder is not here', () => {})
  test.each(files.map((path) => [path.slice(bench.length + 1), path]))('on %s', async (_, path) => {
    const loaded = await loadPath(path)
    if (loaded) await holds(loaded)
  })
})
