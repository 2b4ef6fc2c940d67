import { describe, expect, test } from 'vitest'
import { createTurns } from '#worker/data/take-turns.ts'

describe('work that needs much memory', () => {
  test('goes on for so many at once, and all of it is done', async () => {
    const take = createTurns(2)
    let [running, most] = [0, 0]
    const done = await Promise.all(
      Array.from({ length: 7 }, (_, at) =>
        take(5000, async () => {
          most = Math.max(most, ++running)
          await scheduler.wait(5)
          running--
          return at
        }),
      ),
    )
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(most).toBe(2)
  })

  test('makes way when it fails', async () => {
    const take = createTurns(1)
    await expect(take(1000, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await take(1000, async () => 'next')).toBe('next')
  })

  test('whose caller has gone away holds its place no longer than it may take', async () => {
    const take = createTurns(1)
    void take(60, () => new Promise(() => undefined))
    expect(await take(20, async () => 'too early')).toBeNull()
    await scheduler.wait(60)
    expect(await take(20, async () => 'next')).toBe('next')
  })
})
