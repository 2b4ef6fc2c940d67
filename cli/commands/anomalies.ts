import { findAnomalies } from '#core/forecast/anomalies.ts'
import { csvRecord } from '#core/format/csv-text.ts'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { type Command, textOption } from '../command.ts'
import { loadLocal } from '../load-local.ts'
import { output } from '../output.ts'
import { readSeries, timeText } from '../series-columns.ts'

/** Finds the values of a series that are unlike all others. */
export const anomalies: Command = {
  summary: 'Find the odd places of a series: stretches that are unlike every other.',
  parameters: ['file'],
  options: {
    time: { type: 'string', value: 'column', says: 'the column of dates, moments or step numbers' },
    value: { type: 'string', value: 'column', says: 'the column of values' },
    out: { type: 'string', value: 'out.csv', says: 'where to write time, score, isAnomaly, low, high of every value' },
  },
  example: 'edgewise anomalies requests.csv --time minute --value latency --out odd.csv',
  run: async (input) => {
    const [path = ''] = input.positionals
    const loaded = await loadLocal(path)
    if (!loaded.ok) return loaded
    const [time, value] = [textOption(input, 'time') ?? '', textOption(input, 'value') ?? '']
    const found = await readSeries(loaded.value, { series: null, time, value })
    if (!found.ok) return found
    const [series] = found.value.all
    const judged = series ? findAnomalies(series) : fail('series/too-short', { series: '', values: 0, needed: 1 })
    if (!judged.ok) return judged
    const target = textOption(input, 'out')
    const { timeType } = found.value
    if (target !== null) {
      const { write, close } = output(target)
      await write(csvRecord(['time', 'score', 'isAnomaly', 'low', 'high']))
      for (const one of judged.value)
        await write(csvRecord([timeText(one.time, timeType), one.score, one.isAnomaly, one.low, one.high]))
      await close()
    }
    const odd = judged.value.filter(({ isAnomaly }) => isAnomaly)
    if (odd.length === 0) input.print('No place stands out from the others.')
    for (const one of odd.toSorted((a, b) => b.score - a.score))
      input.print(
        `${timeText(one.time, timeType)}: ${one.value}, where ${one.low.toPrecision(4)} to ${one.high.toPrecision(4)} is usual; ${one.score.toPrecision(3)} times as unlike the rest as is usual`,
      )
    return ok(undefined)
  },
}
