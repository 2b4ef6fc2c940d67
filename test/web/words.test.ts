import { describe, expect, test } from 'vitest'
import { createForm } from '#web/features/account/model.ts'
import { ingestSentences, nullsInWords } from '#web/features/dataset/profile-words.ts'
import { ago, brief, bytes, count, percent } from '#web/ui/figures.ts'

describe('figures', () => {
  test.each([
    [count(12400), '12,400'],
    [brief(12400), '12.4K'],
    [brief(3.456789), '3.46'],
    [bytes(0), '0 bytes'],
    [bytes(999), '999 bytes'],
    [bytes(10_400_000), '10.4 MB'],
    [percent(0), '0 %'],
    [percent(0.0004), '< 0.1 %'],
    [percent(0.1234), '12.3 %'],
    [percent(1), '100 %'],
  ])('%s', (written, expected) => expect(written).toBe(expected))

  test.each([
    [20, 'just now'],
    [60, 'a minute ago'],
    [600, '10 minutes ago'],
    [7200, '2 hours ago'],
    [86_400 * 3, '1 Jan 2026'],
  ])('%i seconds back is “%s”', (seconds, words) => {
    const moment = '2026-01-01T12:00:00Z'
    const said = ago(moment, Date.parse(moment) + seconds * 1000)
    expect(words === '1 Jan 2026' ? /Jan 1, 2026|1 Jan 2026/.test(said) : said === words).toBe(true)
  })
})

const ingest = {
  encoding: 'UTF-8',
  delimiter: ';',
  hasHeader: true,
  rowsRead: 1200,
  oddRows: 0,
  oddRowExamples: [],
  notes: ['Two headers were alike; the second is now “a (2)”.'],
}

describe('how a file was read', () => {
  test('is told in sentences, with what was odd', () => {
    expect(ingestSentences(ingest, 3)).toEqual([
      '1,200 rows in 3 columns were read as UTF-8 text, parted by semicolons. Every row was kept.',
      'The names of the columns are from the file.',
      'Two headers were alike; the second is now “a (2)”.',
    ])
    expect(ingestSentences({ ...ingest, oddRows: 1, hasHeader: false, notes: [] }, 1)[2]).toMatch(
      /^1 row has more or fewer cells/,
    )
    expect([nullsInWords(0, 10), nullsInWords(5, 100), nullsInWords(0, 0)]).toEqual(['none', '5 (5 %)', 'none'])
  })
})

describe('a form', () => {
  test('is sent once at a time, and says how it went', async () => {
    const form = createForm()
    let sent = 0
    const send = async () => ((sent += 1), { ok: true as const, value: 'ada' })
    const [first, second] = await Promise.all([form.submit(send), form.submit(send)])
    expect([first, second, sent, form.done.value]).toEqual(['ada', null, 1, true])
    const problem = { code: 'x', status: 401, message: 'No.', hint: 'Again.' }
    expect(await form.submit(async () => ({ ok: false, error: problem }))).toBe(null)
    expect([form.done.value, form.problem.value]).toEqual([false, problem])
  })
})
