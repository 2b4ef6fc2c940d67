import type { XyScene } from './scenes.ts'

/** A scene in which one series is drawn alone; the others keep their colours and places, and have no values. */
export function isolated(scene: XyScene, alone: number | null): XyScene {
  if (alone === null || scene.series[alone] === undefined) return scene
  return {
    ...scene,
    series: scene.series.map((each, at) =>
      at === alone ? each : { ...each, y: Array.from(each.y, () => Number.NaN) },
    ),
    ...(scene.trends ? { trends: scene.trends.filter(({ series }) => series === alone) } : {}),
  }
}
