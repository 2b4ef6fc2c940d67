import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { edgewise } from '../../cli/edgewise.ts'
import { hasShared, sharedPath } from '../support/shared.ts'
import { isRight, sourceOf, type Gold, type Predicted } from './scorers.ts'

const questions = '1_nlq/questions_public.jsonl'
const publicQuestions = sharedPath(questions)
export const hasQuestions = (): boolean => hasShared(questions)

const linesOf = <T>(path: string): readonly T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

export type Judged = { readonly gold: Gold; readonly predicted: Predicted; readonly right: boolean }

/** Answers every public question by the product's own path, and judges each. */
export async function judgeAll(): Promise<readonly Judged[]> {
  const out = join(await mkdtemp(join(tmpdir(), 'edgewise-eval-')), 'predictions.jsonl')
  const code = await edgewise(['eval', publicQuestions, '--tables', sharedPath(''), '--out', out], {
    print: () => {},
    complain: (line) => process.stderr.write(`${line}\n`),
  })
  if (code !== 0) throw new Error('The evaluation did not run')
  const golds = new Map(linesOf<Gold>(publicQuestions).map((gold) => [gold.id, gold]))
  return linesOf<Predicted>(out).flatMap((predicted) => {
    const gold = golds.get(predicted.id)
    return gold ? [{ gold, predicted, right: predicted.status === 'answered' && isRight(predicted, gold) }] : []
  })
}

export type Tally = {
  readonly source: string
  readonly n: number
  readonly answered: number
  readonly right: number
  readonly wrong: number
  readonly refused: number
}

/** Answered, right, wrong and refused, per source. */
export function tallies(judged: readonly Judged[]): readonly Tally[] {
  const sources = [...new Set(judged.map(({ gold }) => sourceOf(gold.id)))]
  return sources.map((source) => {
    const own = judged.filter(({ gold }) => sourceOf(gold.id) === source)
    const answered = own.filter(({ predicted }) => predicted.status === 'answered').length
    const right = own.filter((each) => each.right).length
    return { source, n: own.length, answered, right, wrong: answered - right, refused: own.length - answered }
  })
}

/** How often readings of a given confidence are right: what the confidence promises, and what it keeps. */
function calibration(judged: readonly Judged[]): readonly string[] {
  const bands = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  return bands.slice(0, -1).map((from, at) => {
    const to = bands[at + 1] ?? 1.01
    const own = judged.filter(
      ({ predicted }) =>
        predicted.status === 'answered' && (predicted.confidence ?? 0) >= from && (predicted.confidence ?? 0) < to,
    )
    const right = own.filter((each) => each.right).length
    return `  ${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)}: ${right} right of ${own.length}`
  })
}

const lineOf = ({ source, n, answered, right, wrong, refused }: Tally): string =>
  `${source.padEnd(10)} ${String(n).padStart(4)} asked ${String(answered).padStart(4)} answered ${String(right).padStart(4)} right ${String(wrong).padStart(4)} wrong ${String(refused).padStart(4)} not answered   (right − wrong) / n = ${((right - wrong) / n).toFixed(3)}`

function detailOf({ gold, predicted, right }: Judged): string {
  const mark = right ? '+' : predicted.status === 'answered' ? '✗' : '·'
  const confidence = predicted.confidence?.toFixed(2) ?? ''
  return `${mark} ${gold.id} [${basename(gold.table_csv)}] ${gold.question}\n    ${confidence} ${predicted.mark ?? predicted.status} ${predicted.text?.slice(0, 200)}`
}

/** Prints the score; with sources named, each of their questions too. */
async function main(sources: readonly string[]): Promise<void> {
  if (!hasQuestions()) return
  const judged = await judgeAll()
  const details = judged.filter(({ gold }) => sources.includes(sourceOf(gold.id)))
  const lines = [...tallies(judged).map(lineOf), 'Confidence:', ...calibration(judged), ...details.map(detailOf)]
  process.stdout.write(`${lines.join('\n')}\n`)
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2))
