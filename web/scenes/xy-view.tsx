import { useMemo, useState } from 'preact/hooks'
import { isolated } from '#core/charts/isolate.ts'
import type { XyScene } from '#core/charts/scenes.ts'
import { summaryOf } from '#core/charts/summary.ts'
import { chartRole } from './chart-role.ts'
import { RowsLeft } from './rows-left.tsx'
import { SceneNote } from './scene-note.tsx'
import { LinesOver, PlotOverlay } from './plot-overlay.tsx'
import type { Plot } from './plot.ts'
import { labelOf, spokenAt } from './reading.ts'
import { SceneSkeleton } from './scene-skeleton.tsx'
import { XyTooltip } from './xy-tooltip.tsx'
import { TableAlternative } from './table-alternative.tsx'
import { Marked, MarkedWindow, SelectionBar, spanText } from './selection-bar.tsx'
import { useHand, type Hand } from './use-hand.ts'
import type { Focus } from './use-mark-focus.ts'
import type { ViewProps } from './view-props.ts'
import { ViewTools } from './view-tools.tsx'

/** Axis titles stand where the title of the chart alone would not say what is measured. */
const needsAxisTitles = (scene: XyScene): boolean =>
  scene.binWidth !== null || scene.series.some(({ style }) => style === 'dot')

/** Lines, bars and dots: drawn on a canvas, read by pointer, keys and ear. */
export function XyView({ scene: whole, label, onPick, onSelect, more }: ViewProps<'xy'>) {
  const { shown, alone, choose } = useAlone(whole)
  const hand = useHand({ scene: shown, onSelect, isFolded: more !== undefined, onPick })
  const { drawn: scene, state, size, focus } = hand
  const hasTitles = needsAxisTitles(scene)
  return (
    <figure class="scene-xy" data-state={state} data-scene={state === 'drawn' ? 'xy' : undefined}>
      <Legend scene={scene} focus={focus} alone={alone} onChoose={choose} />
      {hasTitles && <AxisTitle text={`↑ ${labelOf(scene.y)}`} />}
      <div
        class="scene-frame"
        ref={hand.frame}
        {...chartRole(`${label}. ${summaryOf(whole)}`, hand.isEnabled)}
        data-pickable={onPick ? '' : undefined}
        {...hand.listeners}
      >
        <div class="scene-plot" style={size ? { height: `${size.height}px` } : {}}>
          <div class="scene-canvas" ref={hand.host} aria-hidden="true" />
          {hand.plot && <OverPlot hand={hand} plot={hand.plot} />}
        </div>
        {state === 'loading' && <SceneSkeleton />}
      </div>
      {hand.plot && hand.isEnabled && <HandTools hand={hand} scene={shown} />}
      {hasTitles && <AxisTitle text={`${labelOf(scene.x)} →`} isAtEnd />}
      <SceneNote note={scene.note} />
      <RowsLeft scene={whole} count={hand.left} more={more} />
      <Spoken scene={scene} focus={focus} />
      <TableAlternative scene={whole} label={label} isShown={state === 'failed'} />
    </figure>
  )
}

/** What stands over the marks: lines, what is marked, what is looked at. */
function OverPlot({ hand, plot }: { readonly hand: Hand; readonly plot: Plot }) {
  const { drawn: scene, focus, host, gestures, selection } = hand
  return (
    <>
      <LinesOver plot={plot} scene={scene} />
      {selection.selected && <MarkedWindow plot={plot} window={selection.selected.window} />}
      {gestures.box && <Marked box={gestures.box} />}
      {focus && <PlotOverlay plot={plot} scene={scene} focus={focus} />}
      {focus && !gestures.box && <XyTooltip plot={plot} host={host} scene={scene} focus={focus} />}
    </>
  )
}

/** Zooming by buttons, what to do with a marked range, and what is seen, for the ear. */
function HandTools({ hand, scene }: { readonly hand: Hand; readonly scene: XyScene }) {
  const { looking, gestures, selection } = hand
  return (
    <>
      <ViewTools looking={looking} isSelecting={gestures.isSelecting} onSelecting={gestures.setSelecting} />
      {selection.selected && <SelectionBar scene={scene} selected={selection.selected} selection={selection} />}
      <p class="scene-hidden" role="status">
        {looking.window ? `Zoomed to ${spanText(scene, looking.window)}.` : ''}
      </p>
    </>
  )
}

/** The scene with one series alone where its name was chosen, until it is chosen again. */
function useAlone(scene: XyScene) {
  const [chosen, setChosen] = useState<number | null>(null)
  const alone = chosen !== null && chosen < scene.series.length ? chosen : null
  const shown = useMemo(() => isolated(scene, alone), [scene, alone])
  return { shown, alone, choose: (series: number) => setChosen(series === alone ? null : series) }
}

/** Reads out the mark that the keyboard is at. */
function Spoken({ scene, focus }: { readonly scene: XyScene; readonly focus: Focus | null }) {
  return (
    <p class="scene-hidden" role="status">
      {focus?.byKeys ? spokenAt(scene, focus.at, focus.series) : ''}
    </p>
  )
}

function AxisTitle({ text, isAtEnd }: { readonly text: string; readonly isAtEnd?: boolean }) {
  return (
    <p class={isAtEnd ? 'scene-axis-title scene-axis-title-x' : 'scene-axis-title'} aria-hidden="true">
      {text}
    </p>
  )
}

type LegendProps = {
  readonly scene: XyScene
  readonly focus: Focus | null
  /** The series that is drawn alone. */
  readonly alone: number | null
  readonly onChoose: (series: number) => void
}

/** Which colour is which, nothing where there is but one, each to be drawn alone; and what each line over the marks is. */
function Legend({ scene, focus, alone, onChoose }: LegendProps) {
  const { lines = [], trends = [] } = scene
  const series = scene.series.length < 2 ? [] : scene.series
  if (series.length + lines.length + trends.length === 0) return null
  return (
    <ul class="scene-legend" data-alone={alone === null ? undefined : ''}>
      {series.map(({ label }, at) => (
        <li key={label} data-focused={focus?.series === at || alone === at ? '' : undefined}>
          <button
            type="button"
            class="scene-legend-button"
            aria-pressed={alone === at}
            title={alone === at ? 'Show all again' : `Show ${label} alone`}
            onClick={() => onChoose(at)}
          >
            <span class="scene-swatch" data-series={(at % 8) + 1} />
            <span class="scene-legend-label">{label}</span>
          </button>
        </li>
      ))}
      {lines.map(({ label }, at) => (
        <li key={label} class="scene-legend-line">
          <span class="scene-dashes" data-dotted={at % 2 === 1 ? '' : undefined} />
          {label}
        </li>
      ))}
      {trends.map(({ label, series: at }) => (
        <li key={label} class="scene-legend-line">
          <span class="scene-dashes" data-series={(at % 8) + 1} />
          {label}
        </li>
      ))}
    </ul>
  )
}
