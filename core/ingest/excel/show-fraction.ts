import { type FormatToken, isPlace, isSign, textOf } from './format-tokens.ts'

/** The fraction with the least error whose bottom is at most so large. */
function nearestFraction(value: number, most: number): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(value), 1]
  for (let bottom = 2; bottom <= most; bottom++) {
    const top = Math.round(value * bottom)
    if (Math.abs(top / bottom - value) < Math.abs(best[0] / best[1] - value) - 1e-12) best = [top, bottom]
  }
  return best
}

type Places = { readonly top: number; readonly bottom: string; readonly hasWhole: boolean }

function placesOf(tokens: readonly FormatToken[]): Places {
  const slash = tokens.findIndex((token) => isSign(token, '/'))
  const top = /([0#?]+)$/.exec(textOf(tokens.slice(0, slash)))?.[1]?.length ?? 1
  const bottom = /^([0-9#?]+)/.exec(textOf(tokens.slice(slash + 1)))?.[1] ?? '?'
  return { top, bottom, hasWhole: tokens.slice(0, slash - top).some(isPlace) }
}

/** A number as a whole and a fraction, as in 1 2/3. */
export function showFraction(value: number, tokens: readonly FormatToken[]): string {
  const { top: places, bottom, hasWhole } = placesOf(tokens)
  const whole = hasWhole ? Math.floor(value) : 0
  const fixed = /^[1-9]\d*$/.test(bottom) ? Number(bottom) : null
  const most = 10 ** Math.min(4, bottom.length) - 1
  const rest = value - whole
  const [top, under] = fixed === null ? nearestFraction(rest, most) : [Math.round(rest * fixed), fixed]
  if (hasWhole && (top === under || top === 0)) {
    return `${top === 0 ? whole : whole + 1}${' '.repeat(places + bottom.length + 2)}`
  }
  const start = hasWhole ? `${whole === 0 ? '' : whole} ` : ''
  return `${start}${String(top).padStart(places)}/${String(under).padEnd(bottom.length)}`
}
