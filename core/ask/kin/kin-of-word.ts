import { kinTable } from './kin-table.ts'

/** A word that is used for another, by its stem. */
export type KinWord = {
  readonly stem: string
  /** From 0, hardly near enough, to 9. */
  readonly nearness: number
  /** Does it say less, as `vehicle` of a car? */
  readonly isBroader: boolean
}

function parse(text: string): KinWord {
  const sign = text.slice(-1)
  const isBroader = sign >= 'a'
  const nearness = isBroader ? (sign.codePointAt(0) ?? 97) - 97 : Number(sign)
  return { stem: text.slice(0, -1), nearness, isBroader }
}

const lines = `;${kinTable};`

/** The words that are used for a word, by its stem, nearest first. */
export function kinOfWord(stem: string): readonly KinWord[] {
  const start = lines.indexOf(`;${stem} `)
  if (start === -1) return []
  const line = lines.slice(start + stem.length + 2, lines.indexOf(';', start + 1))
  return line.split(' ').map(parse)
}
