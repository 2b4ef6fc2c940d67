import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { XyScene } from '#core/charts/scenes.ts'
import { loadPlot, plotKind } from './load-plot.ts'
import type { Size } from '#core/charts/drawing/drawing.ts'
import { foldBars, type Folded } from '#core/charts/drawing/fold.ts'
import type { Plot } from './plot.ts'
import { useSize } from './use-size.ts'
import { readPlotTheme, textWidth, watchTheme } from './plot-theme.ts'

type PlotState = 'loading' | 'drawn' | 'failed'

type Element = RefObject<HTMLDivElement | null>

type Used = {
  /** The box that the plot fills. */
  readonly frame: Element
  /** What the library draws into. */
  readonly host: Element
  /** Null until drawn. */
  readonly plot: Plot | null
  readonly state: PlotState
  /** What the plot takes. */
  readonly size: Size | null
  /** What is drawn of the scene: as many categories as there is room for. */
  readonly drawn: XyScene
  /** How many categories are not drawn. */
  readonly left: number
}

type Drawn = Folded<XyScene> & { readonly size: Size; readonly of: XyScene }

/** Counts changes of the theme, so that what depends on it is drawn anew. */
function useThemeVersion(): number {
  const [version, setVersion] = useState(0)
  useEffect(() => watchTheme(() => setVersion((now) => now + 1)), [])
  return version
}

/** The plot for a scene's kind: fetched once, thrown away when the kind changes or the view goes. */
function useLoadedPlot(scene: XyScene, host: Element): { plot: Plot | null; failed: boolean } {
  const [loaded, setLoaded] = useState<{ plot: Plot | null; failed: boolean }>({ plot: null, failed: false })
  const kind = plotKind(scene)
  useEffect(() => {
    let plot: Plot | null = null
    let isGone = false
    loadPlot(scene).then(
      (make) => {
        if (isGone || !host.current) return
        plot = make(host.current)
        setLoaded({ plot, failed: false })
      },
      () => !isGone && setLoaded({ plot: null, failed: true }),
    )
    return () => {
      isGone = true
      plot?.destroy()
      setLoaded({ plot: null, failed: false })
    }
  }, [kind, host])
  return loaded
}

/** What is drawn of a scene; all of it until it is drawn. */
const drawnOf = (scene: XyScene, last: Drawn | null): Pick<Used, 'drawn' | 'left'> =>
  last?.of === scene ? { drawn: last.scene, left: last.left } : { drawn: scene, left: 0 }

/** Keeps a plot drawn: for this scene, at this size, in the theme of now. */
export function usePlot(scene: XyScene, isFolded: boolean): Used {
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const room = useSize(frame)
  const theme = useThemeVersion()
  const { plot, failed } = useLoadedPlot(scene, host)
  const [last, setDrawn] = useState<Drawn | null>(null)
  useLayoutEffect(() => {
    if (!plot || !room || !host.current) return
    const theme = readPlotTheme(host.current)
    const inside = { ...room, measure: (text: string) => textWidth(text, theme) }
    const folded = isFolded ? foldBars(scene, inside) : { scene, left: 0 }
    // A new object each time, so that what stands over the plot is placed anew.
    setDrawn({ ...folded, of: scene, size: { ...plot.draw(folded.scene, theme, room) } })
  }, [plot, room, theme, scene])
  const isDrawn = plot !== null && last !== null
  const state = failed ? 'failed' : isDrawn ? 'drawn' : 'loading'
  return { frame, host, plot: isDrawn ? plot : null, state, size: last?.size ?? null, ...drawnOf(scene, last) }
}
