import { describe, expect, test } from 'vitest'
import { Budget, inTurns, OverBudget } from '#core/budget.ts'
import { fail } from '#core/errors.ts'
import { bombOf } from '../support/bombs/bombs.ts'
import { seededRandom } from '../support/random.ts'

const seed = Number(process.env['BOMB_SEED'] ?? 20_261_130)
const bombs = 156
const largest = 20_000

describe('a budget', () => {
  const budgetOf = (pause: () => Promise<void>): Budget =>
    new Budget({
      limits: { cells: 100, bytes: 10 },
      refuse: (measure, limit) => fail('query/too-large', { what: measure, limit }).error,
      pause,
    })

  test('refuses what goes beyond it, before it is made, in a sentence', () => {
    const budget = budgetOf(() => Promise.resolve())
    budget.charge('cells', 100)
    budget.charge('bytes', 10)
    expect(() => budget.charge('cells', 1)).toThrow(OverBudget)
    expect(() => budget.charge('cells', 1)).toThrow('more than 100 cells')
    expect(() => budget.pass().charge('cells', 100)).not.toThrow()
  })

  test('gives others their turn as often as the work is long, counted in steps and not by a clock', async () => {
    let turns = 0
    const budget = budgetOf(() => {
      turns++
      return Promise.resolve()
    })
    const steps = function* () {
      for (let step = 0; step < 100; step++) yield
      return 'done'
    }
    expect(await inTurns(steps(), budget, 1 << 16)).toBe('done')
    expect(turns).toBe(25)
    expect(await inTurns(steps(), budget.pass(), 1)).toBe('done')
    expect(turns).toBe(25)
  })
})

describe(`small inputs that want to be large work (BOMB_SEED=${seed})`, () => {
  test('end with a value or a sentence, and give others their turn', { timeout: 120_000 }, async () => {
    const endings = { values: 0, sentences: 0, turns: 0 }
    for (let place = 0; place < bombs; place++) {
      const bomb = bombOf(place, seededRandom(seed + place), largest)
      const ending = await bomb.run(() => {
        endings.turns++
        return Promise.resolve()
      })
      if (ending.ok) endings.values++
      else {
        endings.sentences++
        expect(ending.error.message, bomb.label).toMatch(/\.$/)
        expect(ending.error.hint, bomb.label).toMatch(/\.$/)
      }
    }
    expect(endings.values).toBeGreaterThan(bombs / 4)
    expect(endings.sentences).toBeGreaterThan(10)
    expect(endings.turns).toBeGreaterThan(bombs)
  })
})
