import { complete } from '#core/ask/complete/complete.ts'
import { previewOf } from '#core/ask/complete/known-readings.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { loadText } from '../support/load-text.ts'
import { seededRandom } from '../support/random.ts'
import type { Benchmark } from './benchmark.ts'

const seed = 20_261_130
const kinds = 20

/** 60 columns of 20 figures, 20 groups of twelve and 20 of forty, of 500 rows. */
function wideCsv(): string {
  const random = seededRandom(seed)
  const names = Array.from({ length: kinds }, (_, at) => [
    `metric ${at} amount`,
    `group ${at} type`,
    `city ${at}`,
  ]).flat()
  const cell = (at: number): string =>
    [String(random.below(100_000) / 100), `Kind ${random.below(12)}`, `Town ${random.below(40)}`][at % 3] ?? ''
  const rows = Array.from({ length: 500 }, () => names.map((_, at) => cell(at)).join(','))
  return `${names.join(',')}\n${rows.join('\n')}\n`
}

const questions = [
  'total metric 3 amount by group 4 type',
  'average metric 7 amount in Town 12',
  'top 5 city 2 by metric 1 amount',
  'which group 9 type has the highest metric 5 amount',
]

const runs = 5

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

/** Milliseconds of each key of the questions, typed one after another. */
const timesOfKeys = (work: (text: string) => unknown): readonly number[] =>
  questions.flatMap((question) =>
    Array.from(question, (_, at) => {
      const start = performance.now()
      work(question.slice(0, at + 1))
      return performance.now() - start
    }),
  )

/** The 95th percentile over keys of the median of several runs; each run completes a model of which nothing was read. */
function keys(model: SemanticModel, work: (text: string, known: SemanticModel) => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const fresh = { ...model }
    complete({ text: 't', caret: 1 }, { model: fresh, asked: [] }, 0)
    return timesOfKeys((text) => work(text, fresh))
  })
  return p95((times[0] ?? []).map((_, key) => middle(times.map((run) => run[key] ?? 0))))
}

const list = (text: string, model: SemanticModel) => complete({ text, caret: text.length }, { model, asked: [] }, 0)

/** What is made once for a model is made before. */
export const completion: Benchmark = {
  title: 'Completion while typing, model of 60 columns, p95 per key',
  run: async () => {
    const { model } = await loadText('wide.csv', wideCsv())
    const both = (text: string, known: SemanticModel) => [list(text, known), previewOf(text, known)]
    return [
      { name: 'the list', ours: keys(model, list), others: { goal: 30 } },
      { name: 'the list and the preview of the reading', ours: keys(model, both), others: { goal: 30 } },
    ]
  },
}
