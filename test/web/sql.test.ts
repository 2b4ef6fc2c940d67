import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import { sqlAddress, sqlInFragment } from '#web/app/open-in-sql.ts'
import { createHistory, type HistoryStore } from '#web/features/sql/history.ts'
import { createSqlScreen, type SqlPorts } from '#web/features/sql/model.ts'

function storeOf() {
  let kept: Awaited<ReturnType<HistoryStore['all']>> = []
  return {
    all: () => Promise.resolve(kept),
    keep: (entries: typeof kept) => Promise.resolve(void (kept = entries)),
  }
}

const result = { table: { rows: 3, columns: [] }, isCut: false, ms: 1 }

const screenOf = (ports: Partial<SqlPorts> = {}) =>
  createSqlScreen(
    {
      run: () => Promise.resolve({ ok: true, value: result }),
      stop: () => undefined,
      tables: signal([{ name: 'orders', rows: 3 }]),
      history: storeOf(),
      now: () => new Date(0),
      ...ports,
    },
    '',
  )

describe('the SQL screen', () => {
  test('gives each SQL a tab of its own, and the same SQL the same', async () => {
    const screen = screenOf()
    await screen.run('SELECT 1')
    await screen.run('SELECT 2')
    await screen.run('SELECT 1')
    expect(screen.tabs.value.map(({ sql }) => sql)).toEqual(['SELECT 1', 'SELECT 2'])
    expect(screen.tab.value?.sql).toBe('SELECT 1')
    screen.close(screen.tab.value?.id ?? 0)
    expect(screen.tab.value?.sql).toBe('SELECT 2')
  })

  test('refuses before anything runs, and marks the place in the whole text', async () => {
    let ran = 0
    const screen = screenOf({ run: () => Promise.resolve({ ok: true, value: (ran++, result) }) })
    screen.text.value = 'SELECT 1;\nSELECT * FROM odrers'
    await screen.run('SELECT * FROM odrers', 10)
    expect(ran).toBe(0)
    const { mark } = screen
    expect(screen.text.value.slice(mark.value?.from, mark.value?.to)).toBe('odrers')
    screen.text.value = 'SELECT 2'
    expect(mark.value).toBeNull()
  })

  test('shows what is going on, and runs one query at a time', async () => {
    let finish = (): void => undefined
    const screen = screenOf({
      run: (_, onProgress) => {
        onProgress({ doing: 'Running', share: null })
        return new Promise((done) => (finish = () => done({ ok: true, value: result })))
      },
    })
    const running = screen.run('SELECT 1')
    await screen.run('SELECT 2')
    expect(screen.isRunning.value).toBe(true)
    expect(screen.tabs.value.map(({ state }) => state)).toEqual([
      { step: 'running', progress: { doing: 'Running', share: null } },
    ])
    finish()
    await running
    expect(screen.isRunning.value).toBe(false)
  })
})

describe('the history', () => {
  test('has each SQL once, the newest first, with what came of it', async () => {
    const store = storeOf()
    const history = createHistory(store)
    await history.add('a', '2024-01-01', 1)
    await history.add('b', '2024-01-02', null)
    await history.add('a', '2024-01-03', 2)
    expect(await store.all()).toMatchObject([
      { sql: 'a', rows: 2 },
      { sql: 'b', rows: null },
    ])
  })

  test('lets go of the oldest, and never of a favourite', async () => {
    const history = createHistory(storeOf())
    await history.add('kept', '', 1)
    await history.favour('kept', true)
    for (let at = 0; at < 150; at++) await history.add(`q${at}`, '', 1)
    expect(history.entries.value).toHaveLength(101)
    expect(history.entries.value.at(-1)).toMatchObject({ sql: 'kept', isFavourite: true })
  })
})

describe('a link to SQL', () => {
  test.each(["SELECT 'a%b' -- ü\nFROM x", ''])('brings %j back', (sql) => {
    expect(sqlInFragment(new URL(sqlAddress(sql), 'https://x.example').hash)).toBe(sql)
  })
  test('that is broken brings nothing', () => expect(sqlInFragment('#q=%E0%A4%A')).toBeNull())
})
