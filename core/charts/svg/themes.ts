import type { Paint } from '../drawing/drawing.ts'
import { mixColours } from './mix-colours.ts'

export const themeNames = ['light', 'dark'] as const
export type ThemeName = (typeof themeNames)[number]

/** The colours of a picture, as hex; the page has the same ones in web/ui/tokens.css. */
export type Theme = Readonly<
  Record<'surface' | 'ink' | 'muted' | 'faint' | 'line' | 'strong', string> & { readonly series: readonly string[] }
>

export const themes: Readonly<Record<ThemeName, Theme>> = {
  light: {
    surface: '#ffffff',
    ink: '#1a1a18',
    muted: '#5c5c56',
    faint: '#66665f',
    line: '#e5e5df',
    strong: '#cfcfc7',
    series: ['#3f62dd', '#d9702a', '#12907f', '#b1479a', '#a87f0c', '#3c93c9', '#5f6672', '#c2413b'],
  },
  dark: {
    surface: '#1b1b19',
    ink: '#f0f0eb',
    muted: '#a9a9a1',
    faint: '#95958d',
    line: '#2a2a27',
    strong: '#41413c',
    series: ['#7f98f5', '#ee9350', '#3dbda8', '#d87bc4', '#d3ac3f', '#6cbbe8', '#a0a7b3', '#ec7a72'],
  },
}

/** A theme in which another colour of the palette comes first. */
export const turned = (theme: Theme, turn: number): Theme => ({
  ...theme,
  series: theme.series.map((_, at) => theme.series[(at + turn) % theme.series.length] ?? theme.ink),
})

/** The colour of a series; after eight they begin anew. */
const seriesOf = ({ series, ink }: Theme, at: number): string => series[at % series.length] ?? ink

/** Even the least amount is seen. */
const mixed = (colour: string, part: number, { surface }: Theme): string =>
  mixColours(colour, surface, 0.1 + 0.9 * Math.max(0, Math.min(1, part)))

/** A paint as a colour of a theme. */
export function colourIn(theme: Theme, paint: Paint | undefined): string {
  if (paint === undefined || paint === 'none') return 'none'
  if (paint === 'rest') return seriesOf(theme, 6)
  if (typeof paint === 'string') return theme[paint]
  if ('series' in paint) return seriesOf(theme, paint.series)
  if ('amount' in paint) return mixed(seriesOf(theme, 0), paint.amount, theme)
  return mixed(seriesOf(theme, paint.side < 0 ? 1 : 0), Math.abs(paint.side), theme)
}
