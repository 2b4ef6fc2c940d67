import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { plausible } from '#core/ask/score.ts'
import { root } from '../../support/source-files.ts'
import { examplesToLearn, type Example } from './examples.ts'
import type { Weights } from '../descend.ts'
import { chanceBy, fit } from './fit.ts'
import { foldOf } from './split.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Told = { readonly source: string; readonly chance: number; readonly right: boolean }

/** The likeliest reading of each question by these weights. */
const toldBy = (examples: readonly Example[], weights: Weights): readonly Told[] =>
  examples.flatMap(({ source, candidates }) => {
    const [best] = candidates
      .map(({ features, right }) => ({ chance: chanceBy(features, weights), right }))
      .toSorted((a, b) => b.chance - a.chance)
    return best ? [{ source, ...best }] : [{ source, chance: 0, right: false }]
  })

/** By how much the chances told differ from how often they are right, over ten bands, of what is answered. */
function calibrationError(told: readonly Told[]): number {
  const answered = told.filter(({ chance }) => chance >= plausible)
  const bands = Array.from({ length: 10 }, (_, at) =>
    answered.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === at),
  )
  const off = bands.reduce(
    (sum, band) => sum + Math.abs(band.reduce((all, { chance, right }) => all + chance - Number(right), 0)),
    0,
  )
  return answered.length === 0 ? 0 : off / answered.length
}

function report(title: string, told: readonly Told[]): void {
  const answered = told.filter(({ chance }) => chance >= plausible)
  const right = answered.filter((one) => one.right).length
  say(
    `${title.padEnd(10)} ${told.length} asked, ${answered.length} answered, ${right} right (${((100 * right) / told.length).toFixed(1)} % of all, ${((100 * right) / Math.max(1, answered.length)).toFixed(1)} % of answered), calibration error ${calibrationError(told).toFixed(3)}`,
  )
}

const examples = await examplesToLearn()
const told = [0, 1, 2, 3, 4].flatMap((fold) => {
  const weights = fit(examples.filter(({ table }) => foldOf(table) !== fold))
  return toldBy(
    examples.filter(({ table }) => foldOf(table) === fold),
    weights,
  )
})
say('Each fifth of the tables by weights that were learned from the others:')
for (const source of [...new Set(examples.map((one) => one.source))].toSorted())
  report(
    source,
    told.filter((one) => one.source === source),
  )
report('all', told)
const weights = fit(examples)
const lines = Object.entries(weights)
  .filter(([, weight]) => weight !== 0)
  .map(([name, weight]) => `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${weight},`)
writeFileSync(
  join(root, 'core/ask/rank/weights.ts'),
  `// Written by \`npm run train\`; do not edit.

/** What each feature adds to the chance, as log odds, that a reading is what was meant. */
export const weights: Readonly<Record<string, number>> = {
${lines.join('\n')}
}
`,
)
