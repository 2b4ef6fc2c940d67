import { chartData } from '#core/charts/chart-data.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { writePageDrawing } from '#core/charts/svg/page-drawing.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { inReadingOrder } from '#core/dashboard/layout.ts'
import type { Tile } from '#core/dashboard/dashboard.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { calendarOf } from '#core/query/calendar/calendar.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Source } from '#core/table/source.ts'
import type { FirstLook } from '#core/wire/first-look.ts'
import type { Profile } from '#core/profile/profile.ts'

/** Pixels: of the chart in its tile on a phone, a tablet, and two desks; and its height there. */
const widths = [317, 472, 605, 797] as const
const height = 294

async function sceneOf(tile: Tile, model: SemanticModel, source: Source) {
  const ran = await runQuery({ ...tile.query, ...calendarOf(tile.query, model.calendar) }, source)
  return ran.ok ? sceneFor(tile.chart, chartData(ran.value, tile.query, model)) : null
}

/** The sample's dashboard as it stands before anything is loaded, with the first chart that has axes. */
export async function firstLookOf(name: string, profile: Profile, source: Source): Promise<FirstLook> {
  const model = generateModel({ dataset: 'sample', name }, profile)
  let made = 0
  const { tiles } = designDashboard(model, () => `look-${(made += 1)}` as Tile['id'])
  for (const tile of inReadingOrder(tiles)) {
    const scene = await sceneOf(tile, model, source)
    if (scene?.kind !== 'xy') continue
    return {
      name,
      tiles: tiles.map(({ id, title, place }) => ({ id, title, place })),
      chart: tile.title,
      drawings: widths.map((width) => ({ width, svg: writePageDrawing(scene, { width, height }) })),
    }
  }
  throw new Error('The sample’s dashboard has no chart to begin with')
}
