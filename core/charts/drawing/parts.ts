import { formatCell } from '../../format/format-cell.ts'
import type { Part, PartsScene, SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import type { Drawing, DrawnMark, Layout, Paint, Room, Shape } from './drawing.ts'
import { squarify } from './squarify.ts'
import { cutText, px, widestOf } from './texts.ts'

const percent = (share: number): string => formatCell(share, 'percent')
const labelOf = ({ y }: PartsScene): string => y.label ?? y.name

function markOf(scene: PartsScene, part: Part, shapes: readonly Shape[], at: DrawnMark['at']): DrawnMark {
  return {
    shapes,
    at,
    title: part.group === undefined ? part.label : `${part.group} · ${part.label}`,
    lines: [
      { label: labelOf(scene), value: writeCell(part.value, scene.y) },
      { label: scene.shape === 'stages' ? 'Of the first' : 'Share', value: percent(part.share) },
    ],
    ...(part.key === undefined ? {} : { key: part.key }),
  }
}

/** What stands for several others is grey. */
const paintOf = (part: Part, at: number): Paint => (part.key === undefined ? 'rest' : { series: at })

/** A slice of a ring from one turn to another, 0 to 1, clockwise from the top. */
function slice(x: number, y: number, radii: readonly [number, number], turns: readonly [number, number]): string {
  const [inner, outer] = radii
  const [from, to] = turns.map((turn) => turn * 2 * Math.PI) as [number, number]
  const point = (radius: number, angle: number): string =>
    `${px(x + radius * Math.sin(angle))} ${px(y - radius * Math.cos(angle))}`
  const isWhole = turns[1] - turns[0] > 0.9999
  const end = isWhole ? from + 2 * Math.PI - 0.0001 : to
  const large = end - from > Math.PI ? 1 : 0
  const arc = `M${point(outer, from)}A${outer} ${outer} 0 ${large} 1 ${point(outer, end)}`
  return inner === 0
    ? `${arc}L${px(x)} ${px(y)}Z`
    : `${arc}L${point(inner, end)}A${inner} ${inner} 0 ${large} 0 ${point(inner, from)}Z`
}

const listRow = 22

/** The names and shares of slices, in a list that never overlaps. */
function listOf({ parts }: PartsScene, box: { x: number; y: number; width: number }, { measure }: Room): Shape[] {
  const shares = parts.map(({ share }) => percent(share))
  const room = box.width - widestOf(shares, measure) - 30
  return parts.flatMap((part, at): Shape[] => {
    const y = box.y + (at + 0.5) * listRow
    return [
      { shape: 'rect', x: box.x, y: y - 5, width: 10, height: 10, radius: 2, fill: paintOf(part, at) },
      { shape: 'text', x: box.x + 16, y: y + 4, text: cutText(part.label, room, measure), fill: 'muted' },
      { shape: 'text', x: box.x + box.width, y: y + 4, text: shares[at] ?? '', anchor: 'end', fill: 'ink' },
    ]
  })
}

/** Where a pie and its list stand: beside each other, or one under the other where the room is narrow. */
type PiePlace = {
  readonly x: number
  readonly y: number
  readonly outer: number
  readonly height: number
  readonly list: { readonly x: number; readonly y: number; readonly width: number }
}

const between = 24

function placePie({ parts }: PartsScene, { width, height, measure }: Room): PiePlace {
  const texts = parts.map(({ label, share }) => `${label}${percent(share)}`)
  const wanted = Math.min(260, widestOf(texts, measure) + 52)
  const rows = parts.length * listRow
  if (width < 300) {
    const outer = Math.max(40, Math.min(width - 8, height - rows - 20) / 2)
    const top = 2 * outer + 16
    return { x: width / 2, y: outer + 4, outer, height: Math.max(height, top + rows), list: { x: 0, y: top, width } }
  }
  const outer = Math.max(40, Math.min(height - 8, width - Math.min(wanted, width * 0.55) - between) / 2)
  const list = Math.min(wanted, width - 2 * outer - between)
  const left = (width - 2 * outer - between - list) / 2
  const tall = Math.max(height, rows)
  return {
    x: left + outer,
    y: tall / 2,
    outer,
    height: tall,
    list: { x: left + 2 * outer + between, y: (tall - rows) / 2, width: list },
  }
}

/** The whole, in the middle of a ring. */
const totalOf = (scene: PartsScene, { x, y }: PiePlace, inner: number): Shape => ({
  shape: 'text',
  x,
  y: y + 6,
  text: writeCompact(scene.total, scene),
  anchor: 'middle',
  fill: 'ink',
  size: Math.max(12, Math.min(26, inner / 2.6)),
  isBold: true,
})

/** A pie or a ring with the list of its slices. */
function pie(scene: PartsScene, room: Room): Drawing {
  const { parts, shape } = scene
  const place = placePie(scene, room)
  const { x, y, outer } = place
  const inner = shape === 'ring' ? outer * 0.62 : 0
  const radius = inner === 0 ? outer * 0.68 : (inner + outer) / 2
  let turn = 0
  const marks = parts.map((part, at): DrawnMark => {
    const from = turn
    turn += part.share
    const middle = (from + turn) * Math.PI
    const d = slice(x, y, [inner, outer], [from, turn])
    return markOf(scene, part, [{ shape: 'path', d, fill: paintOf(part, at), stroke: 'surface', line: 1.5 }], {
      x: x + radius * Math.sin(middle),
      y: y - radius * Math.cos(middle),
    })
  })
  const total = shape === 'ring' ? [totalOf(scene, place, inner)] : []
  return {
    width: room.width,
    height: place.height,
    under: [],
    marks,
    over: [...total, ...listOf(scene, place.list, room)],
  }
}

const writeCompact = (value: number, { y }: PartsScene): string =>
  formatCell(value, y.format, { compact: true, type: y.type })

/** Stages as centred bars, each as wide as what is left of the first. */
function stages(scene: PartsScene, room: Room): Drawing {
  const { parts } = scene
  const { width, measure } = room
  const rowHeight = Math.max(34, Math.min(64, (room.height - 4) / Math.max(1, parts.length)))
  const names = Math.min(
    widestOf(
      parts.map(({ label }) => label),
      measure,
    ) + 2,
    width * 0.34,
  )
  const values = parts.map((part) => `${writeCompact(part.value, scene)} · ${percent(part.share)}`)
  const atEnd = widestOf(values, measure) + 10
  const [left, right] = [names + 12, Math.max(names + 60, width - atEnd)]
  const center = (left + right) / 2
  const most = Math.max(...parts.map(({ value }) => value), 0) || 1
  const half = ({ value }: Part): number => Math.max(1, ((right - left) / 2) * (value / most))
  const marks = parts.map((part, row): DrawnMark => {
    const top = 2 + row * rowHeight
    const bar = rowHeight * 0.66
    const next = parts[row + 1]
    const [a, b] = [half(part), next ? half(next) : 0]
    const shapes: Shape[] = [
      { shape: 'rect', x: center - a, y: top, width: 2 * a, height: bar, radius: 2, fill: { series: 0 } },
      ...(next
        ? [
            {
              shape: 'path' as const,
              d: `M${px(center - a)} ${px(top + bar)}L${px(center + a)} ${px(top + bar)}L${px(center + b)} ${px(top + rowHeight)}L${px(center - b)} ${px(top + rowHeight)}Z`,
              fill: { series: 0 },
              opacity: 0.18,
            },
          ]
        : []),
    ]
    return markOf(scene, part, shapes, { x: center, y: top + bar / 2 })
  })
  const over = parts.flatMap((part, row): Shape[] => {
    const y = 2 + row * rowHeight + rowHeight * 0.33 + 4
    return [
      { shape: 'text', x: names, y, text: cutText(part.label, names, measure), anchor: 'end', fill: 'muted' },
      { shape: 'text', x: width - 2, y, text: values[row] ?? '', anchor: 'end', fill: 'ink' },
    ]
  })
  return { width, height: Math.max(room.height, parts.length * rowHeight + 4), under: [], marks, over }
}

/** The name and the figure in a tile, where there is room for them. */
function textsIn(scene: PartsScene, part: Part, box: Box, { measure }: Room): Shape[] {
  if (box.width < 34 || box.height < 20) return []
  // Bold text is about a tenth wider.
  const label = cutText(part.label, (box.width - 10) / 1.12, measure)
  const value = writeCompact(part.value, scene)
  const hasValue = box.height >= 36 && measure(value) <= box.width - 10
  return label === ''
    ? []
    : [
        { shape: 'text', x: box.x + 6, y: box.y + 15, text: label, fill: 'ink', isBold: true },
        ...(hasValue
          ? [{ shape: 'text' as const, x: box.x + 6, y: box.y + 29, text: value, fill: 'muted' as const }]
          : []),
      ]
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Light enough for dark text on it. */
const tint = 0.36

/** Tiles as large as their values; those of one group lie together in one colour. */
function tiles(scene: PartsScene, room: Room): Drawing {
  const { parts } = scene
  const groups = [...new Set(parts.map(({ group, label }) => group ?? label))]
  const isGrouped = parts.some(({ group }) => group !== undefined)
  const whole = { x: 0, y: 0, width: room.width, height: room.height }
  const members = groups.map((name) => parts.filter(({ group, label }) => (group ?? label) === name))
  const boxes = squarify(
    members.map((list) => list.reduce((sum, { value }) => sum + value, 0)),
    whole,
  )
  const marks = members.flatMap((list, at) => {
    const inner = squarify(
      list.map(({ value }) => value),
      boxes[at] ?? whole,
    )
    return list.map((part, place): DrawnMark => {
      const box = inner[place] ?? whole
      const shapes: Shape[] = [
        {
          shape: 'rect',
          ...box,
          fill: part.key === undefined ? 'rest' : { series: isGrouped ? at : 0 },
          opacity: tint,
          stroke: 'surface',
          line: 1.5,
        },
        ...textsIn(scene, part, box, room),
      ]
      return markOf(scene, part, shapes, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
    })
  })
  return { width: room.width, height: room.height, under: [], marks, over: [] }
}

const shapes: Readonly<Record<PartsScene['shape'], (scene: PartsScene, room: Room) => Drawing>> = {
  pie,
  ring: pie,
  stages,
  tiles,
}

export const layParts: Layout<'parts'> = (scene: SceneOf<'parts'>, room) => shapes[scene.shape](scene, room)
