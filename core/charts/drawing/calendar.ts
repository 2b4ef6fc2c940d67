import { shortMonths } from '../../table/months.ts'
import { day } from '../../table/time-units.ts'
import type { SceneOf } from '../scenes.ts'
import { writeCell } from '../write-cell.ts'
import { cellPaint } from './cell-paint.ts'
import type { DrawnMark, Layout, Shape } from './drawing.ts'
import { px } from './texts.ts'

const left = 34
const weeks = 53

/** Monday is 0. */
const weekDay = (moment: number): number => (new Date(moment).getUTCDay() + 6) % 7

const yearStart = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1)

/** The week of the year, from 0, in which weeks begin on Monday. */
function weekOf(moment: number, year: number): number {
  const first = yearStart(year)
  return Math.floor((Math.round((moment - first) / day) + weekDay(first)) / 7)
}

type Year = { readonly year: number; readonly top: number; readonly size: number }

function monthNames({ year, top, size }: Year): Shape[] {
  const every = size * 4.3 < 26 ? 2 : 1
  return shortMonths.flatMap((text, month): Shape[] => {
    if (month % every !== 0) return []
    const x = left + weekOf(Date.UTC(year, month, 1), year) * size
    return [{ shape: 'text', x: px(x), y: top - 4, text, fill: 'faint' }]
  })
}

const yearName = ({ year, top, size }: Year): Shape => ({
  shape: 'text',
  x: 0,
  y: px(top + size * 3.5 + 4),
  text: String(year),
  fill: 'muted',
})

/** Days as cells, a column for each week, a row of weeks for each year. */
export const layCalendar: Layout<'calendar'> = (scene: SceneOf<'calendar'>, room) => {
  const { days, values, x, value } = scene
  const years = [...new Set(days.map((moment) => new Date(moment).getUTCFullYear()))]
  const fitting = (room.height - 8) / Math.max(1, years.length) / 9.2
  const size = Math.max(4, Math.min(22, (room.width - left - 2) / weeks, Math.max(fitting, 9)))
  const block = size * 7 + 26
  const placed = years.map((year, at): Year => ({ year, top: 18 + at * block, size }))
  const marks = days.map((moment, at): DrawnMark => {
    const own = new Date(moment).getUTCFullYear()
    const top = placed[years.indexOf(own)]?.top ?? 0
    const [cx, cy] = [left + weekOf(moment, own) * size, top + weekDay(moment) * size]
    const amount = values[at] ?? Number.NaN
    const paint = cellPaint(amount, { scale: 'sequential', range: scene.range })
    return {
      shapes: [
        {
          shape: 'rect',
          x: px(cx + 0.5),
          y: px(cy + 0.5),
          width: px(size - 1),
          height: px(size - 1),
          radius: size > 8 ? 2 : 1,
          fill: paint === 'none' ? 'line' : paint,
        },
      ],
      at: { x: cx + size / 2, y: cy + size / 2 },
      title: writeCell(moment, x),
      lines: [{ label: value.label ?? value.name, value: writeCell(Number.isNaN(amount) ? null : amount, value) }],
      key: new Date(moment).toISOString().slice(0, 10),
    }
  })
  return {
    width: room.width,
    height: Math.max(room.height, 18 + years.length * block),
    under: [],
    marks,
    over: placed.flatMap((year) => [yearName(year), ...monthNames(year)]),
    across: 1,
  }
}
