import { fail } from '#core/errors.ts'
import type { TimedValues } from '#core/forecast/regular-series.ts'
import { ok, type Result } from '#core/result.ts'
import { columnValues, type StoredValue } from '#core/table/column-values.ts'
import type { ColumnType, Field } from '#core/table/table.ts'
import type { LoadedFile } from './load-local.ts'

/** The columns that hold series: what tells them apart, where there are several, their time, and their values. */
export type SeriesColumns = { readonly series: string | null; readonly time: string; readonly value: string }

/** Series of a file, in the order of their first rows; all have times of one kind. */
export type FileSeries = { readonly timeType: ColumnType; readonly all: readonly TimedValues[] }

const measuredTypes: readonly ColumnType[] = ['integer', 'decimal', 'duration']

function fieldOf(fields: readonly Field[], name: string): Result<Field> {
  const field = fields.find((each) => each.name === name)
  return field ? ok(field) : fail('series/unknown-column', { column: name, columns: fields.map((each) => each.name) })
}

const numberOf = (value: StoredValue | undefined): number => (typeof value === 'number' ? value : Number.NaN)

function groupedBy(
  names: readonly string[],
  times: readonly StoredValue[],
  values: readonly StoredValue[],
  isTime: boolean,
) {
  const groups = new Map<string, { times: number[]; values: number[] }>()
  for (const [row, name] of names.entries()) {
    const group = groups.get(name) ?? { times: [], values: [] }
    group.times.push(numberOf(times[row]))
    group.values.push(numberOf(values[row]))
    groups.set(name, group)
  }
  return [...groups].map(([name, group]): TimedValues => ({ name, ...group, isTime }))
}

/** Reads the series of a file. */
export async function readSeries(
  file: LoadedFile,
  { series, time, value }: SeriesColumns,
): Promise<Result<FileSeries>> {
  const timeField = fieldOf(file.fields, time)
  if (!timeField.ok) return timeField
  const valueField = fieldOf(file.fields, value)
  if (!valueField.ok) return valueField
  const seriesField = series === null ? null : fieldOf(file.fields, series)
  if (seriesField && !seriesField.ok) return seriesField
  const wrong = [valueField.value, timeField.value].find(
    (field) =>
      !measuredTypes.includes(field.type) && !(field.name === time && ['date', 'timestamp'].includes(field.type)),
  )
  if (wrong) return fail('series/not-numbers', { column: wrong.name, found: wrong.type })
  const [times, values] = await Promise.all([columnValues(file.source, time), columnValues(file.source, value)])
  const names = series === null ? times.map(() => '') : (await columnValues(file.source, series)).map(String)
  const isTime = timeField.value.type === 'date' || timeField.value.type === 'timestamp'
  return ok({ timeType: timeField.value.type, all: groupedBy(names, times, values, isTime) })
}

/** A time as its column would show it: a day, a moment, or a number. */
export function timeText(time: number, type: ColumnType): string | number {
  if (type === 'date') return new Date(time).toISOString().slice(0, 10)
  if (type === 'timestamp') return new Date(time).toISOString().replace('T', ' ').replace('.000Z', '')
  return time
}
