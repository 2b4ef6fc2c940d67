const whole = new Intl.NumberFormat('en-GB')

/** `1 row`, `1,200 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`

/** `12 %`, `less than 1 %`; 0 and 100 only if exact. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'less than 1 %'
  if (share < 1 && share > 0.99) return 'more than 99 %'
  return `${Math.round(share * 100)} %`
}

/** Mean of scores; 1 for none. */
export const meanOf = (scores: readonly number[]): number =>
  scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length
