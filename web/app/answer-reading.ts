import type { Reading } from '#core/ask/reading.ts'
import { tell } from '#core/ask/sentence/tell.ts'
import { tellNothing } from '#core/ask/sentence/tell-nothing.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { recommendChart } from '#core/charts/recommend.ts'
import type { WireAnswer } from '../api.ts'
import { tableToWire } from '../engine/wire-table.ts'
import type { Outcome } from '../transport.ts'
import { modelOf, runQuery } from './questions.ts'

/** The answer to one reading of a question, shown as the reading says or as suits its result best. */
export async function answerFor(reading: Reading): Promise<Outcome<WireAnswer>> {
  const [model, table] = await Promise.all([modelOf(reading.query.dataset), runQuery(reading.query)])
  if (!model.ok) return model
  if (!table.ok) return table
  const data = chartData(table.value, reading.query, model.value)
  const sentence = data.table.rows === 0 ? tellNothing(reading, model.value) : tell(data, reading, model.value)
  const chart = reading.chart ?? recommendChart(data)
  const confidence = reading.score
  const shown = tableToWire(table.value, data.formats, 0)
  return { ok: true, value: { status: 'answer', sentence, table: shown, chart, reading, others: [], confidence } }
}
