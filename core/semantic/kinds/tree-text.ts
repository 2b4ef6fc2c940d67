import type { Tree } from './tree.ts'

/** Points are written in hundredths. */
const unit = 100

/** A tree in one line: `?12 0.5` asks trait 12, the tree below 0.5 follows, then the one above; `=` opens a leaf's points. */
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
