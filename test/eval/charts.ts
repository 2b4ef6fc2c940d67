import { isUnread } from '../train/ask/split.ts'
import { judge, lineOf, linesOf } from '../train/charts/judge.ts'
import { chartPairs } from '../train/charts/pairs.ts'
import { hasShared } from '../support/shared.ts'

/**
 * The families of charts that the page offers for public questions and their results, beside those that people chose.
 * `npm run train` reports the same of tables whose pairs were not learned from.
 */
if (!hasShared('1_nlq')) throw new Error('The public pairs are not here')
const judged = (await chartPairs()).map((pair) => judge(pair))
const lines = [
  ...linesOf(
    'Questions to learn from:',
    judged.filter(({ pair }) => pair.part === 'train'),
  ),
  ...linesOf(
    'Public questions:',
    judged.filter(({ pair }) => pair.part === 'public'),
  ),
  lineOf(
    'tables that nobody reads',
    judged.filter(({ pair }) => isUnread(pair.table)),
  ),
]
for (const line of lines) process.stdout.write(`${line}\n`)
