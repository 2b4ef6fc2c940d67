import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { XyScene } from '#core/charts/scenes.ts'
import { loadPlot, plotKind } from './load-plot.ts'
import type { Size } from '#core/charts/drawing/drawing.ts'
import type { Plot } from './plot.ts'
import { useSize } from './use-size.ts'
import { readPlotTheme, watchTheme } from './plot-theme.ts'

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
  /** What the plot takes; taller than the frame where it scrolls. */
  readonly size: Size | null
}

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

/** Keeps a plot drawn: for this scene, at this size, in the theme of now. */
export function usePlot(scene: XyScene): Used {
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const room = useSize(frame)
  const theme = useThemeVersion()
  const { plot, failed } = useLoadedPlot(scene, host)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    if (!plot || !room || !host.current) return
    // A new object each time, so that what stands over the plot is placed anew.
    setSize({ ...plot.draw(scene, readPlotTheme(host.current), room) })
  }, [plot, room, theme, scene])
  const isDrawn = plot !== null && size !== null
  return { frame, host, plot: isDrawn ? plot : null, state: failed ? 'failed' : isDrawn ? 'drawn' : 'loading', size }
}
