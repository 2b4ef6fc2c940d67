import type { Paint } from '#core/charts/drawing/drawing.ts'

const named: Readonly<Record<Extract<Paint, string>, string>> = {
  ink: 'var(--ink)',
  muted: 'var(--ink-muted)',
  faint: 'var(--ink-faint)',
  line: 'var(--line)',
  strong: 'var(--line-strong)',
  surface: 'var(--surface-raised)',
  rest: 'var(--chart-7)',
  none: 'none',
}

/** A colour mixed into the surface; even the least amount is seen. */
const mixed = (colour: string, part: number): string =>
  `color-mix(in oklab, ${colour} ${Math.round((0.1 + 0.9 * part) * 100)}%, var(--surface-raised))`

/** A paint as a colour of the page, in whichever theme it is. */
export function colourOf(paint: Paint | undefined): string {
  if (paint === undefined) return 'none'
  if (typeof paint === 'string') return named[paint]
  if ('series' in paint) return `var(--chart-${(paint.series % 8) + 1})`
  if ('amount' in paint) return mixed('var(--chart-1)', paint.amount)
  return mixed(paint.side < 0 ? 'var(--chart-2)' : 'var(--chart-1)', Math.abs(paint.side))
}
