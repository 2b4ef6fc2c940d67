import { figureText } from '#core/charts/drawing/figure.ts'
import type { ViewProps } from './view-props.ts'

/** Figures up to this length, `2,161,661`, are of one size: side by side none looks more important. */
const usualLength = 9

/** One figure, as large as its box allows. Its label is left out where the title beside it says the same. */
export function NumberView({ scene, label }: ViewProps<'number'>) {
  const { whole, shown: text } = figureText(scene)
  const isSaid = scene.label.toLowerCase() === label.toLowerCase()
  return (
    <div class="scene-number" data-scene="number" role="img" aria-label={`${scene.label}: ${whole}`}>
      <p
        class="scene-number-value"
        style={{ '--characters': String(Math.max(usualLength, text.length)) }}
        title={text === whole ? undefined : whole}
      >
        {text}
      </p>
      {!isSaid && <p class="scene-number-label">{scene.label}</p>}
    </div>
  )
}
