import type { SceneOf } from '../scenes.ts'
import type { DrawnMark, Layout, Shape, Size } from './drawing.ts'
import { cutText, px } from './texts.ts'
import { layXy } from './xy.ts'

const leastWidth = 190
const leastHeight = 130
const gap = { x: 16, y: 8 } as const
const nameHeight = 18

/** How many panels stand within a room without scrolling. */
export const panelsFitting = ({ width, height }: Size): number =>
  Math.max(1, Math.floor((width + gap.x) / (leastWidth + gap.x))) *
  Math.max(1, Math.floor((height + gap.y) / (leastHeight + gap.y)))

/** A panel for each group, in as many columns as there is room for. */
export const layFacets: Layout<'facets'> = ({ panels }: SceneOf<'facets'>, room) => {
  const fitting = Math.max(1, Math.min(panels.length, Math.floor((room.width + gap.x) / (leastWidth + gap.x))))
  const rows = Math.ceil(panels.length / fitting)
  // As even as can be: four panels stand two by two, not three and one.
  const columns = Math.ceil(panels.length / rows)
  const width = (room.width - gap.x * (columns - 1)) / columns
  const height = Math.max(leastHeight, (room.height - gap.y * (rows - 1)) / rows)
  const drawn = panels.map(({ scene }) => layXy(scene, { width, height: height - nameHeight, measure: room.measure }))
  // A panel of many bars grows, and its neighbours in the row with it.
  const heights = Array.from({ length: rows }, (_, row) =>
    Math.max(...drawn.slice(row * columns, (row + 1) * columns).map((panel) => panel.height + nameHeight)),
  )
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, each) => sum + each + gap.y, 0))
  const under: Shape[] = []
  const marks: DrawnMark[] = []
  for (const [at, { label, key }] of panels.entries()) {
    const panel = drawn[at]
    if (panel === undefined) continue
    const [x, y] = [px((at % columns) * (width + gap.x)), px(tops[Math.floor(at / columns)] ?? 0)]
    const top = y + nameHeight
    under.push(
      { shape: 'text', x, y: y + 12, text: cutText(label, width * 0.9, room.measure), fill: 'muted', size: 12 },
      {
        shape: 'group',
        x,
        y: top,
        shapes: [...panel.under, ...panel.marks.flatMap(({ shapes }) => shapes), ...panel.over],
      },
    )
    marks.push(
      ...panel.marks.map((mark) => ({
        ...mark,
        shapes: [],
        at: { x: x + mark.at.x, y: top + mark.at.y },
        title: `${label}, ${mark.title}`,
        series: key,
      })),
    )
  }
  const needed = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
  return { width: room.width, height: Math.max(room.height, Math.ceil(needed)), under, marks, over: [] }
}
