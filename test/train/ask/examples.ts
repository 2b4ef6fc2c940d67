import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readingPrediction } from '../../../cli/evaluation/prediction.ts'
import { evaluationQuestion, wordsOfQuestion } from '../../../cli/evaluation/question.ts'
import { loadLocal } from '../../../cli/load-local.ts'
import { candidatesOf } from '#core/ask/read-question.ts'
import type { Features } from '#core/ask/rank/features.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { recommendChart } from '#core/charts/recommend.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { calendarOf } from '#core/query/calendar/calendar.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Source } from '#core/table/source.ts'
import { sharedPath } from '../../support/shared.ts'
import { root } from '../../support/source-files.ts'
import { isRight, sourceOf, type Gold, type Predicted } from '../../eval/scorers.ts'
import { isRightForBusiness, type BusinessGold } from './judge-business.ts'
import { isUnread } from './split.ts'

/** One question with what each of its readings is like, and which are right. */
export type Example = {
  readonly source: string
  readonly table: string
  readonly candidates: readonly { readonly features: Features; readonly right: boolean }[]
}

type Asked = {
  readonly source: string
  readonly table: string
  readonly path: string
  readonly line: Record<string, unknown>
  readonly right: (shown: Predicted) => boolean
}

const linesOf = (path: string): readonly Record<string, unknown>[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : []

function ofBusiness(line: Record<string, unknown>): Asked {
  const gold = line as unknown as BusinessGold
  return {
    source: 'business',
    table: gold.table_csv,
    path: sharedPath(gold.table_csv),
    line,
    right: (shown) => isRightForBusiness({ rows: shown.rows ?? [], values: shown.values ?? [] }, gold),
  }
}

const business = (): readonly Asked[] => linesOf(sharedPath('1_nlq/business_public.jsonl')).map(ofBusiness)

/** Questions of the project's own that are read while rules are written. */
const own = (): readonly Asked[] =>
  ['read', 'read-too', 'read-more'].flatMap((file) =>
    linesOf(join(root, `test/eval/questions/${file}.jsonl`)).map((line) => ({ ...ofBusiness(line), source: 'own' })),
  )

const charts = (file: string): readonly Asked[] =>
  linesOf(sharedPath(`1_nlq/${file}`)).map((line) => {
    const gold = line as unknown as Gold
    return {
      source: sourceOf(gold.id),
      table: gold.table_csv,
      path: sharedPath(gold.table_csv),
      line,
      right: (shown) => isRight(shown, gold),
    }
  })

/** One table in so many of WikiTableQuestions. */
const oneIn = 14

function wikiTables(): readonly Asked[] {
  const folder = join(sharedPath(''), '..')
  return linesOf(join(folder, 'train/wtq/questions.jsonl'))
    .filter((line) => line['split'] === 'train' && isUnread(String(line['table_csv']), oneIn))
    .map((line) => {
      const gold = { ...line, gold_result: line['answer'], expected: {}, source: 'wtq' } as unknown as Gold
      return {
        source: 'wtq',
        table: gold.table_csv,
        path: join(folder, gold.table_csv),
        line,
        right: (shown) => isRight(shown, gold),
      }
    })
}

type Loaded = { readonly model: SemanticModel; readonly source: Source } | null

async function load(path: string): Promise<Loaded> {
  const loaded = await loadLocal(path)
  if (!loaded.ok) return null
  const { profile, source } = loaded.value
  return { model: withKin(generateModel({ dataset: 'file', name: basename(path) }, profile)), source }
}

/** The chance is learned of the reading that is shown first. */
const mostCandidates = 1

async function exampleOf(asked: Asked, { model, source }: NonNullable<Loaded>): Promise<Example> {
  const question = evaluationQuestion.parse(asked.line)
  const candidates: { features: Features; right: boolean }[] = []
  for (const { reading, features } of candidatesOf(wordsOfQuestion(question), model).slice(0, mostCandidates)) {
    const ran = await runQuery({ ...reading.query, ...calendarOf(reading.query, model.calendar) }, source)
    if (!ran.ok) continue
    const chart = reading.chart ?? recommendChart(chartData(ran.value, reading.query, model))
    const shown = {
      id: question.id,
      status: 'answered',
      ms: 0,
      ...readingPrediction(question, reading, { table: ran.value, chart }),
    } as unknown as Predicted
    candidates.push({ features, right: asked.right(shown) })
  }
  return { source: asked.source, table: asked.table, candidates }
}

/** Every question that may be learned from; the unread fifth of the public ones is left out. */
export async function examplesToLearn(): Promise<readonly Example[]> {
  const read = [...business(), ...charts('questions_public.jsonl')].filter(({ table }) => !isUnread(table))
  const all = [...read, ...own(), ...charts('questions_train.jsonl'), ...wikiTables()].toSorted((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  )
  const examples: Example[] = []
  let [known, loaded]: [string, Loaded] = ['', null]
  for (const asked of all) {
    if (asked.path !== known) [known, loaded] = [asked.path, await load(asked.path)]
    if (loaded) examples.push(await exampleOf(asked, loaded))
  }
  return examples
}
