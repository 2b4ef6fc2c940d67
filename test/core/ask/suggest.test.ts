import { describe, expect, test } from 'vitest'
import { askSource as ask } from '#core/ask/ask-source.ts'
import { suggestionsFor, suggestQuestions } from '#core/ask/suggest.ts'
import { isMeant } from '#core/ask/suggest/draft-suggestions.ts'
import { understand } from '#core/ask/understand.ts'
import { loadPath, loadText, type LoadedText } from '../../support/load-text.ts'
import { loadOrders } from '../../support/orders.ts'
import { csvOf } from '../../support/own-files/own-table.ts'
import { ownFileNames, ownFiles } from '../../support/own-files/registry.ts'
import { seededRandom } from '../../support/random.ts'
import { sharedFilesBelow, sharedPath } from '../../support/shared.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)

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

  test.each(ownFileNames)(`on %s of our own making, EDGEWISE_SEED=${seed}`, async (name) => {
    await holds(await loadText(`${name}.csv`, csvOf(ownFiles[name](seededRandom(seed)))))
  })

  const files = ['9_data', '1_nlq'].flatMap((folder) => sharedFilesBelow(folder, '.csv'))
  test.each(files)('on %s', async (path) => {
    const loaded = await loadPath(sharedPath(path))
    if (loaded) await holds(loaded)
  })
})
