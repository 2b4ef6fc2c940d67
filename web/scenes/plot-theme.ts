/** The colours and type of a plot, as the page has them now. Canvas cannot read CSS variables by itself. */
export type PlotTheme = {
  readonly ink: string
  readonly inkMuted: string
  readonly inkFaint: string
  readonly line: string
  readonly lineStrong: string
  readonly surface: string
  readonly series: readonly string[]
  readonly font: string
  /** Of labels, in pixels. */
  readonly fontSize: number
}

const labelSize = 11

/** Reads the theme that holds at an element. */
export function readPlotTheme(element: Element): PlotTheme {
  const style = getComputedStyle(element)
  const read = (name: string): string => style.getPropertyValue(name).trim()
  return {
    ink: read('--ink'),
    inkMuted: read('--ink-muted'),
    inkFaint: read('--ink-faint'),
    line: read('--line'),
    lineStrong: read('--line-strong'),
    surface: read('--surface-raised'),
    series: Array.from({ length: 8 }, (_, at) => read(`--chart-${at + 1}`)),
    font: style.fontFamily || 'sans-serif',
    fontSize: labelSize,
  }
}

/** The colour of a series; after eight they begin anew. */
export const seriesColour = (theme: PlotTheme, at: number): string =>
  theme.series[at % theme.series.length] ?? theme.ink

/** A hex colour made see-through; other spellings stay as they are. */
export const faded = (colour: string, alpha: number): string =>
  /^#[\da-f]{6}$/i.test(colour)
    ? colour +
      Math.round(alpha * 255)
        .toString(16)
        .padStart(2, '0')
    : colour

/** Calls back when the theme, the system's colour scheme or the loaded typefaces change; returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', changed)
  document.fonts.addEventListener('loadingdone', changed)
  return () => {
    observer.disconnect()
    scheme.removeEventListener('change', changed)
    document.fonts.removeEventListener('loadingdone', changed)
  }
}

let context: CanvasRenderingContext2D | null = null

/** How wide a label is, in pixels. */
export function textWidth(text: string, theme: PlotTheme): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * theme.fontSize * 0.6
  context.font = `${theme.fontSize}px ${theme.font}`
  return context.measureText(text).width
}
