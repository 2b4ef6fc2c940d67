import { describe, expect, test } from 'vitest'
import { durationStep, readDuration, writeDuration } from '#core/table/duration.ts'
import { seededRandom } from '../../support/random.ts'

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000]

describe('durations', () => {
  test.each([
    ['1:23:45', 5025 * second],
    ['100:00:00.5', 100 * hour + 500],
    ['-0:00:45', -45 * second],
    ['1:30', 90 * minute],
    ['90 min', 90 * minute],
    ['1h 30m', 90 * minute],
    ['1h30m', 90 * minute],
    ['2 days, 3 hours and 4 seconds', 2 * day + 3 * hour + 4 * second],
    ['1.5 hours', 90 * minute],
    ['250ms', 250],
    ['PT1H30M', 90 * minute],
    ['P1DT0.5S', day + 500],
    ['-PT5M', -5 * minute],
    ['P2W', 14 * day],
  ])('%s', (text, milliseconds) => {
    expect(readDuration(text)?.milliseconds).toBe(milliseconds)
  })

  test.each([
    '',
    '5',
    '5 m',
    '3d',
    '12 kg',
    '30 min 1 h',
    '1 h 2 h',
    '1:60',
    '1:2',
    'P',
    'PT',
    'P1M',
    'P1Y',
    'min 5',
    '10:30 PM',
    'May 5',
  ])('“%s” is none', (text) => {
    expect(readDuration(text)).toBeNull()
  })

  test('what is written is read again (seed 5)', () => {
    const random = seededRandom(5)
    for (let round = 0; round < 2000; round++) {
      const milliseconds = (random.below(2_000_000_000) - 1_000_000_000) * random.pick([1, 10, 1000])
      expect(readDuration(writeDuration(milliseconds))?.milliseconds).toBe(milliseconds + 0)
    }
  })

  test.each([
    [800, second],
    [7 * minute, 10 * minute],
    [40 * minute, hour],
    [13 * hour, day],
    [12 * day, 20 * day],
    [3, 5],
    [0, second],
  ])('a round step for %i', (wanted, step) => {
    expect(durationStep(wanted)).toBe(step)
  })
})
