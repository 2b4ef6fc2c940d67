import type { Chip } from '#core/ask/reading.ts'

/** What a chip says, in a word or two before it. */
export const chipKinds: Record<Chip['kind'], string> = {
  measure: 'Measured',
  dimension: 'By',
  filter: 'Only',
  time: 'When',
  sort: 'Sorted',
  limit: 'At most',
  compare: 'Beside',
  chart: 'Shown as',
}

/** What its words mean, because somebody said so or because they are near to it. */
export const saysOf = ({ words, what, isGuess }: NonNullable<Chip['means']>): string =>
  isGuess ? `“${words}”, read as ${what}` : `“${words}”, which means ${what} here`

/** Where a chip comes from, in words. */
export function originOf({ words, means, isChanged }: Chip): string {
  if (means !== undefined) return `from ${saysOf(means)}`
  if (isChanged) return words === '' ? 'changed by you' : `changed by “${words}”`
  return words === '' ? 'assumed' : `from “${words}”`
}
