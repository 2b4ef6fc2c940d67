import type { SceneSeries, XyScene } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { Box, Drawing, DrawnMark, Room, Shape } from './drawing.ts'
import { linesOver } from './lines-over.ts'
import { endsOf } from './stacked.ts'
import { cutText, px } from './texts.ts'
import { thinned } from './thin.ts'
import { dotLook, fillOf, lonely, radiiOf, xyFrame, type Fill, type XyFrame } from './xy-frame.ts'

/** More dots than this are drawn as one shape for each series, which has no marks of its own. */
const mostMarks = 1500
const lineWidth = 1.75

function axes({ x, y, yTexts, area, up, across, style }: XyFrame, { width, measure }: Room): Shape[] {
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const grid = y.ticks.flatMap((tick, at): Shape[] => [
    { shape: 'path', d: `M${px(area.left)} ${px(up(tick))}H${px(right)}`, stroke: 'line', line: 1 },
    { shape: 'text', x: px(area.left - 8), y: px(up(tick) + 4), text: yTexts[at] ?? '', anchor: 'end', fill: 'faint' },
  ])
  const marked = x.at.flatMap((position, at): Shape[] => {
    const place = px(across(position))
    const texts = (x.texts[at] ?? '').split('\n').map((text) => cutText(text, 120, measure))
    return [
      ...(style === 'dots'
        ? [{ shape: 'path', d: `M${place} ${area.top}V${px(bottom)}`, stroke: 'line', line: 1 } as const]
        : []),
      ...texts.map((text, line): Shape => ({
        shape: 'text',
        x: px(Math.max(measure(text) / 2, Math.min(place, width - measure(text) / 2))),
        y: px(bottom + 17 + line * 15),
        text,
        anchor: 'middle',
        fill: 'faint',
      })),
    ]
  })
  return [...grid, ...marked]
}

type Point = readonly [x: number, y: number]
type Run = readonly Point[]

/** The stretches of a series between its gaps, in pixels; thinned to what a pixel can show. */
function runsOf(ends: ArrayLike<number>, { xs, across, up, area }: XyFrame): readonly Run[] {
  const runs: Point[][] = []
  let run: Point[] = []
  for (let at = 0; at < ends.length; at += 1) {
    const value = ends[at] ?? Number.NaN
    if (Number.isNaN(value)) {
      if (run.length > 0) runs.push(run)
      run = []
    } else run.push([across(xs[at] ?? 0), up(value)])
  }
  if (run.length > 0) runs.push(run)
  return runs.map((each) => thinned(each, area.width))
}

function pathOf(run: Run, isStep: boolean): string {
  return run
    .map(([x, y], at) => (at === 0 ? `M${px(x)} ${px(y)}` : isStep ? `H${px(x)}V${px(y)}` : `L${px(x)} ${px(y)}`))
    .join('')
}

/** The area between a run and a height, or the run below it. */
function areaPath(run: Run, below: Run | number, isStep: boolean): string {
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return ''
  const under: Run = typeof below === 'number' ? [[first[0], below], last] : below
  if (typeof below === 'number') return `${pathOf(run, isStep)}V${px(below)}H${px(under[0]?.[0] ?? first[0])}Z`
  return `${pathOf(run, isStep)}${pathOf([...below].reverse(), false).replace('M', 'L')}Z`
}

function lineShapes(scene: XyScene, frame: XyFrame): Shape[] {
  const ends = endsOf(scene)
  const runs = ends.map((each) => runsOf(each, frame))
  const zero = frame.up(Math.max(frame.y.min, Math.min(frame.y.max, 0)))
  const shapes = scene.series.map(({ style }, series): Shape[] => {
    const isStep = style === 'step'
    const paint = { series }
    const fill: Fill = scene.stack ? 0.6 : fillOf(scene, frame.style, frame.y)
    const own = runs[series] ?? []
    const below = scene.stack && series > 0 ? runs[series - 1] : undefined
    const filled = own.map((run, at): Shape => ({
      shape: 'path',
      d: areaPath(run, below?.[at] ?? zero, isStep),
      fill: paint,
      opacity: fill ?? 0,
    }))
    const alone = scene.stack ? [] : lonely(ends[series] ?? [])
    return [
      ...(fill === null ? [] : filled),
      ...own
        .filter((run) => run.length > 1)
        .map((run): Shape => ({ shape: 'path', d: pathOf(run, isStep), stroke: paint, line: lineWidth })),
      ...alone.map((at): Shape => ({
        shape: 'circle',
        x: px(frame.across(frame.xs[at] ?? 0)),
        y: px(frame.up(ends[series]?.[at] ?? 0)),
        r: 2.5,
        fill: paint,
      })),
    ]
  })
  return shapes.flat()
}

function binShapes({ series, binWidth }: XyScene, { xs, across, up }: XyFrame): Shape[] {
  const [own] = series
  const zero = up(0)
  return Array.from(own?.y ?? []).flatMap((value, at): Shape[] => {
    if (Number.isNaN(value)) return []
    const [left, right] = [across(xs[at] ?? 0), across((xs[at] ?? 0) + (binWidth ?? 1))]
    const top = up(value)
    return [
      {
        shape: 'rect',
        x: px(left),
        y: px(Math.min(top, zero)),
        width: px(Math.max(1, right - left - 1)),
        height: px(Math.abs(zero - top)),
        fill: { series: 0 },
      },
    ]
  })
}

const circle = (x: number, y: number, r: number): string =>
  `M${px(x - r)} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`

function dotShapes({ series, sizes }: XyScene, { xs, across, up }: XyFrame): Shape[] {
  const radii = sizes ? radiiOf(sizes.values) : null
  const { size, opacity } = dotLook(xs.length)
  const radius = (at: number): number => px(radii?.[at] ?? size / 2)
  return series.map(({ y }, index): Shape => {
    const circles = Array.from(y).flatMap((value, at) =>
      Number.isNaN(value) ? [] : [circle(across(xs[at] ?? 0), up(value), radius(at))],
    )
    const paint = { series: index }
    return {
      shape: 'path',
      d: circles.join(''),
      fill: paint,
      opacity: radii ? 0.45 : opacity,
      ...(radii ? { stroke: paint, line: 1 } : {}),
    }
  })
}

const shapesIn = { line: lineShapes, area: lineShapes, bins: binShapes, dots: dotShapes } as const

/** What stands at each position, to be pointed at. */
function marksOf(scene: XyScene, frame: XyFrame): DrawnMark[] {
  if (scene.keys.length * scene.series.length > mostMarks) return []
  const ends = endsOf(scene)
  const titleAt = (at: number): string =>
    scene.names?.[at] ?? scene.categories?.[at] ?? writeCell(scene.positions?.[at] ?? null, scene.x)
  return scene.series.flatMap((own: SceneSeries, series) =>
    scene.keys.flatMap((key, at): DrawnMark[] => {
      const value = own.y[at] ?? Number.NaN
      if (Number.isNaN(value)) return []
      const x = frame.across((frame.xs[at] ?? 0) + (scene.binWidth ?? 0) / 2)
      return [
        {
          shapes: [],
          at: { x, y: frame.up(ends[series]?.[at] ?? value) },
          title: titleAt(at),
          lines: [{ label: own.label, value: writeCell(value, scene.y) }],
          key,
          ...(own.key === undefined ? {} : { series: own.key }),
        },
      ]
    }),
  )
}

/** What is beyond an axis whose ends were chosen is cut off. */
const clipped = (shapes: readonly Shape[], { bounds }: XyScene, { left, top, width, height }: Box): readonly Shape[] =>
  bounds === undefined
    ? shapes
    : [
        {
          shape: 'group',
          x: left,
          y: top,
          clip: { width, height },
          shapes: [{ shape: 'group', x: -left, y: -top, shapes }],
        },
      ]

/** Lines, steps, areas, bins and dots, as the page draws them. */
export function layPositions(scene: XyScene, room: Room): Drawing {
  const frame = xyFrame(scene, room)
  const { area, across, up } = frame
  const over = linesOver(scene, {
    area,
    horizontal: false,
    along: up,
    place: ({ x, y }) => ({ x: across(x), y: up(y) }),
  })
  const drawn = clipped([...shapesIn[frame.style](scene, frame), ...over], scene, area)
  return {
    width: room.width,
    height: room.height,
    under: [...axes(frame, room), ...drawn],
    marks: marksOf(scene, frame),
    over: [],
    area: frame.area,
  }
}
