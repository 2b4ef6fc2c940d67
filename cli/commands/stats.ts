import { basename } from 'node:path'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import { ok, type Result } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { knownRowsOf } from '#core/stats/rows/known-rows.ts'
import { rowStatisticIds } from '#core/stats/rows/registry.ts'
import { statistics, type StatisticId } from '#core/stats/registry.ts'
import { type Table, toRows } from '#core/table/table.ts'
import type { Command } from '../command.ts'
import { type LoadedFile, loadLocal } from '../load-local.ts'

/** Figures by name; a statistic that gives a line for each group gives a list. */
type Figures = Readonly<Record<string, unknown>>
type Computed = Result<readonly Figures[]>

const describing = ['count', 'mean', 'sd', 'variance', 'median', 'min', 'max', 'sum'] as const
const everyTest = [...new Set(['describe', ...rowStatisticIds, ...Object.keys(statistics)])]

/** The result of a Query over the file, as rows. */
async function answered(file: LoadedFile, path: string, query: object): Promise<Result<Table>> {
  const model = generateModel({ dataset: 'file', name: basename(path) }, file.profile)
  const prepared = prepareQuery({ dataset: 'file', ...query }, { model, fields: file.fields, now: Date.now() })
  return prepared.ok ? runQuery(prepared.value, file.source) : prepared
}

const rowsOf = (table: Result<Table>): Computed => (table.ok ? ok(toRows(table.value)) : table)

/** A statistic of whole columns, rows in which one is unknown left out. */
async function ofColumns(id: StatisticId, listed: Table): Promise<Computed> {
  const { columns, count, read } = knownRowsOf(listed.columns)
  const figures = statistics[id].compute(...columns)
  return ok(figures === null ? [] : [{ ...figures, n: count, rows: read }])
}

const isRowStatistic = (id: string): boolean => rowStatisticIds.some((each) => each === id)
const isStatistic = (id: string): id is StatisticId => Object.hasOwn(statistics, id)

async function compute(file: LoadedFile, path: string, test: string, columns: readonly string[]): Promise<Computed> {
  if (test === 'describe') {
    const measures = columns.flatMap((column) =>
      describing.map((aggregate) => ({ aggregate, column, as: `${aggregate} of ${column}` })),
    )
    return rowsOf(await answered(file, path, { measures }))
  }
  if (isRowStatistic(test)) return rowsOf(await answered(file, path, { columns, statistic: test }))
  if (!isStatistic(test)) return fail('request/invalid', { reason: `“${test}” is none of ${everyTest.join(', ')}.` })
  const listed = await answered(file, path, { columns, limit: 100_000 })
  return listed.ok ? ofColumns(test, listed.value) : listed
}

/** Computes one statistic of columns. */
export const stats: Command = {
  summary: `Compute a statistic of columns: ${everyTest.slice(0, 5).join(', ')} and others.`,
  parameters: ['file', 'test', 'columns'],
  options: { json: { type: 'boolean', says: 'the figures with every digit, as JSON' } },
  example: 'edgewise stats staff.csv several-groups salary,department',
  run: async (input) => {
    const [path = '', test = '', columns = ''] = input.positionals
    const loaded = await loadLocal(path)
    if (!loaded.ok) return loaded
    const names = columns.split(',').map((name) => name.trim())
    const found = await compute(loaded.value, path, test, names)
    if (!found.ok) return found
    if (input.options['json'] === true) input.print(JSON.stringify(found.value, null, 2))
    else if (found.value.length === 0)
      input.print('This is not defined for these values: too few, or they do not vary.')
    else
      for (const figures of found.value)
        for (const [name, value] of Object.entries(figures)) input.print(`${name}: ${value}`)
    return ok(undefined)
  },
}
