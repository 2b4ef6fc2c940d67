import { describe, expect, test } from 'vitest'
import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { loadPath, loadText, type LoadedText } from '../../support/load-text.ts'
import { csvOf } from '../../support/own-files/own-table.ts'
import { ownFileNames, ownFiles } from '../../support/own-files/registry.ts'
import { seededRandom } from '../../support/random.ts'
import { hasShared, sharedPath } from '../../support/shared.ts'

const files = ['nyc_taxis_sample', 'penguins', 'superstore_nlv', 'survey_flying', 'titanic', 'vega_stocks']
const seeds = [1, 2, 3].map((at) => Number(process.env['EDGEWISE_SEED'] ?? 20_261_130) + at)

/** How many tiles of the first dashboard draw as each kind of scene. */
async function scenesOf({ model, source }: LoadedText): Promise<(kind: string) => number> {
  const { tiles } = designDashboard(model, (at) => `tile-${at}`)
  const drawn = await Promise.all(
    tiles.map(async ({ query, chart, title }) => {
      const valid = validateQuery(query, source.fields)
      const result = valid.ok ? await runQuery(valid.value, source) : valid
      if (!result.ok) throw new Error(`${title}: ${result.error.message}`)
      return sceneFor(chart, chartData(result.value, query, model)).kind
    }),
  )
  return (kind) => drawn.filter((each) => each === kind).length
}

function expectWhole(count: (kind: string) => number): void {
  expect(count('empty')).toBe(0)
  expect(count('number')).toBeGreaterThanOrEqual(3)
  expect(count('xy')).toBeGreaterThanOrEqual(3)
  expect(count('table')).toBe(1)
}

describe('[D1, D2] every tile of the first dashboard runs and draws', () => {
  test.each(ownFileNames.flatMap((name) => seeds.map((seed) => [name, seed] as const)))(
    'of %s, seed %i',
    async (name, seed) => {
      expectWhole(await scenesOf(await loadText(`${name}.csv`, csvOf(ownFiles[name](seededRandom(seed))))))
    },
  )

  test.skipIf(!hasShared('9_data')).each(files)('of %s', async (name) => {
    const loaded = await loadPath(sharedPath(`9_data/files/${name}.csv`))
    if (loaded === null) throw new Error(`${name} could not be loaded`)
    expectWhole(await scenesOf(loaded))
  })
})
