import { fail } from '#core/errors.ts'
import { forecastSeries, mostSteps, type SeriesForecast } from '#core/forecast/forecast-series.ts'
import { csvRecord } from '#core/format/csv-text.ts'
import { ok, type Result } from '#core/result.ts'
import type { ColumnType } from '#core/table/table.ts'
import { type Command, type CommandInput, textOption } from '../command.ts'
import { loadLocal } from '../load-local.ts'
import { output, type Write } from '../output.ts'
import { type FileSeries, readSeries, timeText } from '../series-columns.ts'

const header = ['series', 'time', 'forecast', 'lo80', 'hi80', 'lo95', 'hi95']

function horizonOf(input: CommandInput): Result<number> {
  const text = textOption(input, 'horizon') ?? '12'
  const horizon = Number(text)
  return Number.isInteger(horizon) && horizon >= 1 && horizon <= mostSteps
    ? ok(horizon)
    : fail('series/horizon', { horizon: text, most: mostSteps })
}

const percent = (part: number): string => `${Math.round(part * 100)} %`

/** What a person should know of a forecast: what made it, and whether it beats repeating what was. */
function verdict({ models, season, filled, errorOfBaseline }: SeriesForecast): string {
  const made = models
    .slice(0, 3)
    .map(({ title, share }) => `${title.toLowerCase()} ${percent(share)}`)
    .join(', ')
  const gain =
    errorOfBaseline === null
      ? 'too short to be tried on its own end'
      : errorOfBaseline < 1
        ? `${percent(1 - errorOfBaseline)} less wrong than repeating the last ${season > 1 ? 'season' : 'value'}`
        : `no better than repeating the last ${season > 1 ? 'season' : 'value'}`
  const seasons = season > 1 ? `season of ${season} steps` : 'no season'
  const gaps = filled > 0 ? `; ${filled} missing steps were drawn in a straight line` : ''
  return `${made}; ${seasons}; ${gain}${gaps}.`
}

async function writePoints(write: Write, name: string, { points }: SeriesForecast, type: ColumnType): Promise<void> {
  for (const { time, forecast: middle, low80, high80, low95, high95 } of points)
    await write(csvRecord([name, timeText(time, type), middle, low80, high80, low95, high95]))
}

/** Writes what can be forecast, and says of each series how, or why not. */
async function forecastAll({ all, timeType }: FileSeries, horizon: number, input: CommandInput): Promise<void> {
  const target = textOption(input, 'out')
  const file = target === null ? null : output(target)
  await file?.write(csvRecord(header))
  for (const timed of all) {
    const label = timed.name === '' ? '' : `${timed.name}: `
    const made = forecastSeries(timed, horizon)
    input.print(`${label}${made.ok ? verdict(made.value) : made.error.message}`)
    if (made.ok && file) await writePoints(file.write, timed.name, made.value, timeType)
  }
  await file?.close()
}

/** Continues every series of a file. */
export const forecast: Command = {
  summary: 'Forecast every series of a file, with the intervals that hold 80 % and 95 % of what will be.',
  parameters: ['file'],
  options: {
    series: {
      type: 'string',
      value: 'column',
      says: 'the column that tells series apart; none: the file is one series',
    },
    time: { type: 'string', value: 'column', says: 'the column of dates, moments or step numbers' },
    value: { type: 'string', value: 'column', says: 'the column of values' },
    horizon: { type: 'string', value: 'steps', says: 'steps to look ahead; 12 if not given' },
    out: { type: 'string', value: 'out.csv', says: 'where to write series, time, forecast, lo80, hi80, lo95, hi95' },
  },
  example: 'edgewise forecast sales.csv --time month --value revenue --horizon 12 --out next-year.csv',
  run: async (input) => {
    const horizon = horizonOf(input)
    if (!horizon.ok) return horizon
    const loaded = await loadLocal(input.positionals[0] ?? '')
    if (!loaded.ok) return loaded
    const found = await readSeries(loaded.value, {
      series: textOption(input, 'series'),
      time: textOption(input, 'time') ?? '',
      value: textOption(input, 'value') ?? '',
    })
    if (!found.ok) return found
    await forecastAll(found.value, horizon.value, input)
    return ok(undefined)
  },
}
