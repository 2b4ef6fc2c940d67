import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type StatisticId, statistics } from '#core/stats/registry.ts'
import { root } from '../support/source-files.ts'

type Fixture = {
  /** The program and function that computed the expected figures. */
  readonly source: string
  /** Both agree to this share of the figure; a billionth where the program is as exact. */
  readonly tolerance?: number
  readonly cases: readonly {
    readonly name: string
    readonly columns: readonly (readonly number[])[]
    readonly expected: Readonly<Record<string, number>>
  }[]
}

const fixtureOf = (id: string): string => join(root, 'test/fixtures/stats', `${id}.json`)
const ids = Object.keys(statistics) as StatisticId[]

describe.each(ids)('%s', (id) => {
  const { takes, compute, reference } = statistics[id]
  const columns = (values: readonly number[]): Float64Array[] => takes.map(() => Float64Array.from(values))

  test('[S1] agrees with an independent program on published data', () => {
    expect(existsSync(fixtureOf(id))).toBe(true)
    const { source, tolerance = 1e-9, cases } = JSON.parse(readFileSync(fixtureOf(id), 'utf8')) as Fixture
    expect(source).not.toBe('')
    expect(reference).not.toBe('')
    expect(cases.length).toBeGreaterThan(1)
    for (const { name, columns, expected } of cases) {
      const found = compute(...columns.map((values) => Float64Array.from(values)))
      for (const [key, value] of Object.entries(expected)) {
        const figure = found?.[key] ?? Number.NaN
        const error = Math.abs(figure - value) / Math.max(1e-300, Math.abs(value))
        expect({ name, key, figure, isClose: error <= tolerance }).toEqual({ name, key, figure, isClose: true })
      }
    }
  })

  test.each([
    ['nothing', []],
    ['one value', [4]],
    ['two values', [4, 5]],
    ['constant values', Array.from({ length: 60 }, () => 7.1)],
  ] as const)('[S2] is null for what has no answer, never a figure that is none: %s', (_, values) => {
    const found = compute(...columns(values))
    for (const figure of Object.values(found ?? {})) expect(Number.isFinite(figure)).toBe(true)
    if (values.length < 2) expect(found).toBeNull()
  })

  test('[S3] leaves its input alone and answers the same again', () => {
    const input = columns(Array.from({ length: 90 }, (_, row) => Math.sin(row * row) + row / 40))
    const copies = input.map((values) => values.slice())
    const [first, second] = [compute(...input), compute(...input)]
    expect(first).toEqual(second)
    expect(input).toEqual(copies)
  })
})
