import { describe, expect, test } from 'vitest'
import { measuresOf, plainRecords, sumOf } from './table-scorers.ts'
import { hasTables, scoreDialects, scorePollock, type ScoredFile } from './tables.ts'

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const perfect = (scored: readonly ScoredFile[]): number =>
  mean(scored.map(({ measures }) => Number(measures.isPerfect)))

describe.skipIf(!hasTables())('Pollock’s files come out as their clean versions', () => {
  test('of the survey, four files of five perfectly', async () => {
    expect(perfect(await scorePollock('survey'))).toBeGreaterThanOrEqual(0.8)
  })

  test('polluted, with 9.95 points of 10 in the mean', async () => {
    expect(mean((await scorePollock('polluted')).map(({ measures }) => sumOf(measures)))).toBeGreaterThanOrEqual(9.95)
  })

  test('the delimiters of labelled files are found', async () => {
    const scored = await scoreDialects()
    const rare = scored.filter(({ wanted }) => wanted !== ',')
    const isRight = ({ wanted, found }: (typeof scored)[number]): boolean => wanted === found
    expect(scored.filter(isRight).length / scored.length).toBeGreaterThanOrEqual(0.97)
    expect(rare.filter(isRight).length / rare.length).toBeGreaterThanOrEqual(0.9)
  })
})

describe('the score', () => {
  const clean = plainRecords('a,b\n1,"x, ""y"""\n2,z\n')

  test('is whole for the clean table itself', () => {
    expect(clean).toEqual([
      ['a', 'b'],
      ['1', 'x, "y"'],
      ['2', 'z'],
    ])
    expect(measuresOf(clean, clean, true).isPerfect).toBe(true)
    expect(sumOf(measuresOf(clean, clean, true))).toBe(10)
  })

  test('falls with a record that is wrong, and is nothing for a file that is refused', () => {
    const { header, record, cell } = measuresOf(plainRecords('a,b\n1.0,"x, ""y"""\n2,w\n'), clean, true)
    expect([header.f1, record.f1, cell.f1]).toEqual([1, 0.5, 5 / 6])
    expect(sumOf(measuresOf([], clean, false))).toBe(0)
  })
})
