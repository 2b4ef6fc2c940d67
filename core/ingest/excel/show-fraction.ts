import { type FormatToken, isPlace, isSign, textOf } from './format-tokens.ts'

const exact = 5e-8

/** The last convergent of a number's continued fraction whose bottom is at most so large, as spreadsheets choose it. */
function nearestFraction(value: number, most: number): readonly [number, number] {
  let before: readonly [number, number] = [1, 0]
  let last: readonly [number, number] = [Math.floor(value), 1]
  let rest = value - Math.floor(value)
  while (rest >= exact) {
    const next = Math.floor(1 / rest)
    const [top, bottom] = [next * last[0] + before[0], next * last[1] + before[1]]
    if (bottom > most) break
    before = last
    last = [top, bottom]
    rest = 1 / rest - next
  }
  return last
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
