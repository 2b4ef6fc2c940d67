import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { traitNames } from '#core/semantic/kinds/traits.ts'
import { writeTree } from '#core/semantic/kinds/tree-text.ts'
import type { Tree } from '#core/semantic/kinds/tree.ts'
import { root } from '../../support/source-files.ts'
import { fit } from './fit.ts'
import { accuracy, crossValidated, judge, type Judged, macroF1, missedSums, type Sums, wrongSums } from './judge.ts'
import { columnsToLearn, formNames } from './labelled.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const inWords = ({ before, after, of }: Sums): string => `${before} → ${after} of ${of}`

function report(title: string, judged: readonly Judged[]): void {
  say(
    [
      title.padEnd(24),
      `${judged.length} columns`,
      `macro-F1 ${macroF1(judged).toFixed(3)}`,
      `right ${accuracy(judged).toFixed(3)}`,
      `codes offered as a sum ${inWords(wrongSums(judged))}`,
      `measures without one ${inWords(missedSums(judged))}`,
    ].join('  '),
  )
}

const source = (trees: readonly Tree[]): string => `// Written by \`npm run train\`; do not edit.

/** What the trees were trained on, in order. */
export const trainedTraits: readonly string[] = [
${traitNames.map((name) => `  '${name}',`).join('\n')}
]

/** Points for every feature type, in the notation of tree-text.ts. */
export const trainedTrees: readonly string[] = [
${trees.map((tree) => `  '${writeTree(tree)}',`).join('\n')}
]
`

const { learned, unread, known } = await columnsToLearn()
for (const split of ['file', 'column'] as const) {
  const found = crossValidated(learned, known, split)
  for (const form of formNames) report(`by ${split}, ${form}`, found[form])
}
if (process.argv.includes('--measure')) {
  const sources = new Set(unread.map(({ source }) => source))
  const trees = fit([...learned, ...known.filter(({ source }) => !sources.has(source))])
  for (const form of formNames) report(`unread fifth, ${form}`, judge(trees, unread, form))
}
const path = join(root, 'core/semantic/kinds/trained-trees.ts')
writeFileSync(path, source(fit([...learned, ...unread, ...known])))
say(`Wrote ${path}`)
