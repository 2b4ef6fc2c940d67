/** Where a question is broken by its writer: after a colon, a semicolon or a full stop, around a dash. */
const breaks = /(?<=[:;.!?])\s+|\s+[-–—]\s+|\n+/u

/** Words of somebody who speaks of the asking, not of the data. */
const talk =
  /\b(hi|hey|hello|quick|i|me|my|we|us|our|boss|please|pls|asap|urgent|urgently|wants?|needs?|asked|asking|chasing|thinking)\b/iu

/** A clause that asks is the question, not talk about it. */
const asks = /\?\s*$|\b(how (many|much|long|often)|which|number of|(split|break|broken|group|grouped)\b.* by)\b/iu

const holds = (clause: string, word: string): boolean =>
  clause
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word.toLowerCase())

/** A question without its talk, and the talk. */
export type Trimmed = { readonly question: string; readonly aside: string }

/**
 * `Boss wants this by noon: how many tickets are open?` without the clause that speaks of the asking and holds every
 * word that the data has no use for; null where no such clause is left out.
 */
export function withoutAside(question: string, unused: readonly string[]): Trimmed | null {
  const clauses = question.split(breaks).filter((clause) => clause.trim() !== '')
  const asides = clauses.filter(
    (clause) => talk.test(clause) && !asks.test(clause) && unused.some((word) => holds(clause, word)),
  )
  const rest = clauses.filter((clause) => !asides.includes(clause))
  const isAll = unused.every((word) => asides.some((clause) => holds(clause, word)))
  if (rest.length === 0 || asides.length === 0 || !isAll) return null
  return { question: rest.join(' '), aside: asides.join(' ').replace(/[:;.!?\s]+$/u, '') }
}
