import { count } from '../../../ui/figures.ts'
import type { SpreadBar } from '../../../ui/spread.ts'
import type { Spell } from './spell.ts'

/** Label of a bar: one value, or a range. */
export const barText = ({ from, to }: SpreadBar, spell: Spell): string =>
  from === to ? spell(from) : `${spell(from)} – ${spell(to)}`

/** Maximum bars with a label each. */
const labelled = 12

type Props = {
  readonly bars: readonly SpreadBar[]
  readonly spell: Spell
  readonly isLarge?: boolean
}

/** Histogram of numbers or moments. */
export function Histogram({ bars, spell, isLarge = false }: Props) {
  const tallest = Math.max(1, ...bars.map(({ count: each }) => each))
  const width = 100 / Math.max(1, bars.length)
  const [least, most] = [spell(bars[0]?.from ?? 0), spell(bars.at(-1)?.to ?? 0)]
  const isByValue = bars.every(({ from, to }) => from === to) && bars.length <= labelled
  return (
    <figure class="histogram" data-large={isLarge ? '' : undefined} data-by-value={isByValue ? '' : undefined}>
      <svg
        viewBox="0 0 100 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={`How its values are spread, from ${least} to ${most}`}
      >
        {bars.map((bar, index) => {
          const height = bar.count === 0 ? 0 : Math.max(isLarge ? 0.3 : 1, (bar.count / tallest) * 40)
          return (
            <rect key={index} x={index * width + width * 0.06} y={40 - height} width={width * 0.88} height={height}>
              <title>{`${barText(bar, spell)}: ${count(bar.count)}`}</title>
            </rect>
          )
        })}
      </svg>
      <figcaption class="numeric">
        {isByValue ? (
          bars.map(({ from }) => <span key={from}>{spell(from)}</span>)
        ) : (
          <>
            <span>{least}</span>
            <span>{most}</span>
          </>
        )}
      </figcaption>
    </figure>
  )
}
