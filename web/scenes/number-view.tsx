import { formatCell } from '#core/format/format-cell.ts'
import type { ViewProps } from './view-props.ts'

/** From this many digits on, the figure is shortened and the whole of it stands in the title. */
const roomFor = 9

/** One figure, as large as its box allows. Its label is left out where the title beside it says the same. */
export function NumberView({ scene, label }: ViewProps<'number'>) {
  const whole = formatCell(scene.value, scene.format)
  const isMoment = scene.format === 'date'
  const text = whole.length > roomFor && !isMoment ? formatCell(scene.value, scene.format, { compact: true }) : whole
  const isSaid = scene.label.toLowerCase() === label.toLowerCase()
  return (
    <div class="scene-number" data-scene="number" role="img" aria-label={`${scene.label}: ${whole}`}>
      <p
        class="scene-number-value"
        style={{ '--characters': String(Math.max(3, text.length)) }}
        title={text === whole ? undefined : whole}
      >
        {text}
      </p>
      {!isSaid && <p class="scene-number-label">{scene.label}</p>}
    </div>
  )
}
