import { describe, expect, test } from 'vitest'
import { hasQuestions, judgeAll, tallies } from './score.ts'

/** What the reader reached when this was written, a little lowered: it may only rise. */
const floors = { nlv: 0.62, nl4dv: 0.45, nvbench: 0.2, wtq: 0.05 } as const

describe.skipIf(!hasQuestions())('public questions over one table', () => {
  test('right answers outweigh wrong ones, source by source', async () => {
    const judged = await judgeAll()
    const net = new Map(tallies(judged).map(({ source, right, wrong, n }) => [source, (right - wrong) / n]))
    for (const [source, floor] of Object.entries(floors)) expect(net.get(source), source).toBeGreaterThanOrEqual(floor)
    const sure = judged.filter(({ predicted }) => (predicted.confidence ?? 0) >= 0.9)
    expect(sure.filter(({ right }) => right).length / sure.length).toBeGreaterThan(0.75)
  }, 120_000)
})
