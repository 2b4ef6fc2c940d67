import './scenes.css'
import { useEffect, useState } from 'preact/hooks'
import { summaryOf } from '#core/charts/summary.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { Dialog } from '../ui/dialog.tsx'
import { rendererOf } from './renderers.ts'
import { SceneSkeleton } from './scene-skeleton.tsx'
import type { RowsLeft, View, ViewProps } from './view-props.ts'

type Props = Omit<ViewProps, 'scene' | 'more'> & { readonly scene: Scene; readonly isWhole?: boolean }

/** What was fetched once is there at once for the next scene of its kind. */
const fetched = new Map<Scene['kind'], View>()

type Found = { readonly view: View | null; readonly isMissing: boolean }

/** The view of a scene's kind, fetched when first needed. */
function useView(scene: Scene): Found {
  const { kind } = scene
  const renderer = rendererOf(scene)
  const ready = 'view' in renderer ? renderer.view : (fetched.get(kind) ?? null)
  const [missing, setMissing] = useState<Scene['kind'] | null>(null)
  const [, setLoaded] = useState<View | null>(null)
  useEffect(() => {
    if (ready || !('load' in renderer)) return
    let isGone = false
    renderer.load().then(
      (view) => {
        fetched.set(kind, view)
        if (!isGone) setLoaded(() => view)
      },
      () => !isGone && setMissing(kind),
    )
    return () => void (isGone = true)
  }, [kind])
  return { view: ready, isMissing: missing === kind }
}

/** `37 more cities`: opens the chart with all of them, as tall as they are. */
function MoreRows({ left, ...props }: Props & { readonly left: RowsLeft }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="scene-more" onClick={() => setOpen(true)}>
        {left.count.toLocaleString('en')} more {left.rows}
      </button>
      {isOpen && (
        <Dialog title={props.label} wide onClose={() => setOpen(false)}>
          <div class="scene-whole" style={{ height: `${left.height}px` }}>
            <SceneView {...props} isWhole />
          </div>
        </Dialog>
      )}
    </>
  )
}

/**
 * Draws a Scene into the whole of its parent, which must have a height; more rows than there is room for are opened by a
 * button. What is drawn, and not before, carries `data-scene`.
 */
export function SceneView({ isWhole = false, ...props }: Props) {
  const { view: Found, isMissing } = useView(props.scene)
  const more = isWhole ? undefined : (left: RowsLeft) => <MoreRows {...props} left={left} />
  return (
    <div class="scene">
      <div class="scene-turned" data-turn={props.scene.turn}>
        {Found ? <Found {...props} more={more} /> : isMissing ? <Missing {...props} /> : <SceneSkeleton />}
      </div>
    </div>
  )
}

/** Where the code that draws could not be fetched, what it would show is said. */
const Missing = ({ scene, label }: Props) => (
  <p class="scene-empty" role="status">
    {label}: the chart could not be loaded. {summaryOf(scene)}
  </p>
)
