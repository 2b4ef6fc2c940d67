import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ChartSpec, Settings } from './chart-spec.ts'
import { chartTypeOf, problemOf } from './registry.ts'

type Value = Settings[string]

/** A text as a setting may hold it: a number, yes or no, nothing, or the text. */
function valueOf(text: string): Value {
  if (text === 'true' || text === 'false') return text === 'true'
  if (text === 'null' || text === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text
}

/** What the schema takes of a text: the text itself where it fits, else what it reads as. */
function fitting(type: string, key: string, text: string): Value {
  const schema = chartTypeOf(type)?.settings.shape[key]
  return schema?.safeParse(text).success ? text : valueOf(text)
}

/** Settings written as `key=value`, checked by the schema of the chart's type. */
export function setSettings(chart: ChartSpec, written: readonly string[]): Result<ChartSpec> {
  const known = Object.keys(chartTypeOf(chart.type)?.settings.shape ?? {})
  const settings: Record<string, Value> = { ...chart.settings }
  for (const each of written) {
    const [, key = '', text = ''] = /^([^=]+)=(.*)$/s.exec(each) ?? []
    if (!known.includes(key)) {
      const has = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has none.'
      return fail('request/invalid', { reason: `This chart has no setting “${key || each}”. ${has}` })
    }
    settings[key] = fitting(chart.type, key, text)
  }
  const changed = { ...chart, settings }
  const problem = problemOf(changed)
  return problem === null ? ok(changed) : fail('request/invalid', { reason: problem })
}
