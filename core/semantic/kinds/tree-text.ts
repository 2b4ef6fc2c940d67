import type { Tree } from './tree.ts'

/** Scores are written in hundredths. */
const unit = 100

/**
 * Serialises a tree to one line: `?12 0.5` tests trait 12 and is followed by the tree for values below 0.5 and the
 * other one; `=` starts a leaf's scores.
 */
export function writeTree(tree: Tree): string {
  if ('points' in tree) return `=${tree.points.map((point) => Math.round(point * unit)).join(',')}`
  const threshold = Number(tree.threshold.toPrecision(6))
  return `?${tree.trait} ${threshold} ${writeTree(tree.below)} ${writeTree(tree.above)}`
}

export function readTree(text: string): Tree {
  const words = text.split(' ')
  let at = 0
  const next = (): Tree => {
    const word = words[at++] ?? ''
    if (word.startsWith('='))
      return {
        points: word
          .slice(1)
          .split(',')
          .map((point) => Number(point) / unit),
      }
    const threshold = Number(words[at++])
    return { trait: Number(word.slice(1)), threshold, below: next(), above: next() }
  }
  return next()
}
