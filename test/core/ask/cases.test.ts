import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { z } from 'zod'
import { readingPrediction } from '../../../cli/evaluation/prediction.ts'
import { evaluationQuestion } from '../../../cli/evaluation/question.ts'
import { loadPath, type LoadedText } from '../../support/load-text.ts'
import { hasShared, sharedPath } from '../../support/shared.ts'
import { isRightForBusiness, type BusinessGold } from '../../train/ask/judge-business.ts'

/** Questions that once were answered by another question's number; `rows` are right, as are others of `accept`. */
type Case = {
  readonly question: string
  readonly table: string
  readonly rows?: BusinessGold['gold_rows']
  readonly accept?: BusinessGold['accept'] | string
}

const shownRows = z.object({
  rows: z.array(z.record(z.string(), z.unknown())).default([]),
  values: z.array(z.unknown()).default([]),
})
const shownOf = (prediction: object): z.infer<typeof shownRows> => shownRows.parse(prediction)

const folder = '../cases'
const cases: readonly Case[] = hasShared(`${folder}/asking`)
  ? readFileSync(sharedPath(`${folder}/asking/questions.jsonl`), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case)
  : []

const tables = new Map<string, Promise<LoadedText | null>>()
function tableOf(path: string): Promise<LoadedText | null> {
  const known = tables.get(path) ?? loadPath(sharedPath(`${folder}/${path}`))
  tables.set(path, known)
  return known
}

describe.skipIf(cases.length === 0)('questions that once went wrong', () => {
  test.each(cases)('[H1] $question', async ({ question, table, rows, accept }) => {
    const loaded = await tableOf(table)
    if (loaded === null) return expect.fail(`${table} was not read`)
    const answer = await askSource(question, loaded)
    if (answer.status !== 'answer')
      return expect(answer.status === 'refuse' ? answer.reason : answer.question).not.toBe('')
    const gold: BusinessGold = {
      id: question,
      table_csv: table,
      question,
      kind: '',
      gold_rows: rows ?? [],
      accept: typeof accept === 'string' ? [] : (accept ?? []),
    }
    const line = evaluationQuestion.parse(gold)
    const shown = shownOf(readingPrediction(line, answer.reading, answer))
    const isRatio =
      accept === 'ratio too' && answer.reading.query.measures.some(({ aggregate }) => aggregate === 'formula')
    expect(
      isRatio || isRightForBusiness(shown, gold),
      `${answer.text} of ${JSON.stringify(shown.rows.slice(0, 3))}`,
    ).toBe(true)
  })
})
