import type { XyScene } from '#core/charts/scenes.ts'
import { countOf, labelOf, readingAt, titleAt } from './reading.ts'

/** More rows than this help nobody who listens to them. */
const rowLimit = 100

type Props = { readonly scene: XyScene; readonly label: string; readonly isShown: boolean }

const isDots = ({ series }: XyScene): boolean => series.some(({ style }) => style === 'dot')

/** The same figures as a table: for screen readers, and for all when the chart could not be loaded. */
export function TableAlternative({ scene, label, isShown }: Props) {
  const count = countOf(scene)
  const rows = Array.from({ length: Math.min(count, rowLimit) }, (_, at) => at)
  const heads = isDots(scene) ? [labelOf(scene.x), labelOf(scene.y)] : scene.series.map((series) => series.label)
  const values = (at: number): string[] => {
    const told = readingAt(scene, at).lines.filter(({ value }) => value !== '')
    return told.map(({ value }) => value)
  }
  return (
    <div class={isShown ? 'scene-table-box' : 'scene-hidden'}>
      <table class="scene-table">
        <caption class="scene-hidden">
          {label}
          {count > rowLimit ? `, the first ${rowLimit} of ${count}` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">{isDots(scene) ? 'Dot' : labelOf(scene.x)}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-number="">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((at) => (
            <tr key={at}>
              <th scope="row">{isDots(scene) && !scene.names ? at + 1 : titleAt(scene, at)}</th>
              {values(at).map((value, column) => (
                <td key={column} data-number="">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
