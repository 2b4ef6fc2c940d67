import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { loadFile } from '#core/profile/load-file.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Source } from '#core/table/source.ts'

const folder = '../shared/bench/9_data/files'
const files = ['nyc_taxis_sample', 'penguins', 'superstore_nlv', 'survey_flying', 'titanic', 'vega_stocks']
const isThere = existsSync(folder)
if (!isThere) process.stdout.write(`First dashboards of real files: skipped, ${folder} is not there\n`)

type Loaded = { readonly model: SemanticModel; readonly source: Source }

async function load(name: string): Promise<Loaded> {
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}.csv`))
  const parts: Uint8Array[] = []
  const loaded = await loadFile(memoryFile(`${name}.csv`, bytes), {
    write: (part) => void parts.push(part.slice()),
    progress: () => {},
  })
  if (!loaded.ok) throw new Error(loaded.error.message)
  const parquet = new Uint8Array(Buffer.concat(parts))
  const source = await parquetSource({
    byteLength: parquet.byteLength,
    slice: async (start, end) => parquet.slice(start, end).buffer,
  })
  if (!source.ok) throw new Error(source.error.message)
  return { model: generateModel({ dataset: name, name }, loaded.value.profile), source: source.value }
}

test.skipIf(!isThere).each(files)('[D1, D2] every tile of the first dashboard of %s runs and draws', async (name) => {
  const { model, source } = await load(name)
  const { tiles } = designDashboard(model, (at) => `tile-${at}`)
  const drawn = await Promise.all(
    tiles.map(async ({ query, chart, title }) => {
      const valid = validateQuery(query, source.fields)
      const result = valid.ok ? await runQuery(valid.value, source) : valid
      if (!result.ok) throw new Error(`${title}: ${result.error.message}`)
      return sceneFor(chart, chartData(result.value, query, model)).kind
    }),
  )
  const count = (kind: string): number => drawn.filter((each) => each === kind).length
  expect(count('empty')).toBe(0)
  expect(count('number')).toBeGreaterThanOrEqual(3)
  expect(count('xy')).toBeGreaterThanOrEqual(3)
  expect(count('table')).toBe(1)
})
