import { describe, expect, test } from 'vitest'
import { hasShared } from '../support/shared.ts'
import { fromSamples, fromStatistics, labelledColumns, macroF1, scores, type ClassScore } from './types.ts'

/** The trees learned from these columns too: the floors show that they and the detectors still fit, not how they do elsewhere. */
const floors = { statistics: 0.94, samples: 0.9, nameless: 0.87 } as const

const table = (title: string, classes: readonly ClassScore[]): string =>
  [
    `${title}: macro-F1 ${macroF1(classes).toFixed(3)}`,
    ...classes.map(({ label, n, precision, recall, f1 }) =>
      [label.padEnd(18), String(n).padStart(3), ...[precision, recall, f1].map((figure) => figure.toFixed(3))].join(
        '  ',
      ),
    ),
    '',
  ].join('\n')

describe.runIf(hasShared('10_types'))('[K7] labelled columns', () => {
  test('told from statistics and five samples', async () => {
    const classes = scores(await Promise.all((await labelledColumns()).map(fromStatistics)))
    process.stdout.write(table('statistics and samples', classes))
    expect(macroF1(classes)).toBeGreaterThanOrEqual(floors.statistics)
  })

  test('told with every name hidden: what no word list can have learned', async () => {
    const columns = await labelledColumns()
    const predicted = await Promise.all(
      columns.map(async (column) => ({ ...(await fromStatistics({ ...column, name: 'x' })), column })),
    )
    const classes = scores(predicted)
    process.stdout.write(table('statistics and samples, names hidden', classes))
    expect(macroF1(classes)).toBeGreaterThanOrEqual(floors.nameless)
  })

  test('told from files of nothing but the samples, by the product’s own path', async () => {
    const predicted = []
    for (const column of await labelledColumns()) predicted.push(await fromSamples(column))
    const classes = scores(predicted)
    process.stdout.write(table('samples alone', classes))
    expect(macroF1(classes)).toBeGreaterThanOrEqual(floors.samples)
  }, 60_000)
})
