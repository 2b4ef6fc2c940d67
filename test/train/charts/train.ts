import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../support/source-files.ts'
import { foldOf, isUnread } from '../ask/split.ts'
import { fit } from './fit.ts'
import { judge, lineOf, linesOf } from './judge.ts'
import { chartPairs } from './pairs.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const pairs = await chartPairs()
const read = pairs.filter(({ table }) => !isUnread(table))
const unread = pairs.filter(({ table }) => isUnread(table))

const folds = [0, 1, 2, 3, 4].flatMap((fold) => {
  const weights = fit(read.filter(({ table }) => foldOf(table) !== fold))
  return read.filter(({ table }) => foldOf(table) === fold).map((pair) => judge(pair, weights))
})
for (const line of linesOf('Charts, each fifth of the tables by weights that were learned from the others:', folds))
  say(line)
const weights = fit(read)
say(
  lineOf(
    'tables that nobody reads',
    unread.map((pair) => judge(pair, weights)),
  ),
)

const lines = Object.entries(weights)
  .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
  .filter(([, weight]) => weight !== 0)
  .map(([name, weight]) => `  '${name}': ${weight},`)
writeFileSync(
  join(root, 'core/charts/choice/weights.ts'),
  `// Written by \`npm run train\`; do not edit.

/** What each trait of a result adds to the chance of a family of marks, as log odds. */
export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
)
