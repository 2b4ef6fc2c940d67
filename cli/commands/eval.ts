import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { askSource } from '#core/ask/ask-source.ts'
import type { Answer } from '#core/ask/answer.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { recommendChart } from '#core/charts/recommend.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Source } from '#core/table/source.ts'
import { textOption, type Command } from '../command.ts'
import { alternativeOf, predictionOf, type Prediction } from '../evaluation/prediction.ts'
import { evaluationQuestion, wordsOfQuestion, type EvaluationQuestion } from '../evaluation/question.ts'
import { loadLocal } from '../load-local.ts'

const maxAlternatives = 4

type Loaded = { readonly model: SemanticModel; readonly source: Source }

async function load(path: string): Promise<Result<Loaded>> {
  const loaded = await loadLocal(path)
  if (!loaded.ok) return loaded
  const { profile, source } = loaded.value
  return ok({ model: withKin(generateModel({ dataset: 'file', name: basename(path) }, profile)), source })
}

/** Keeps one table loaded; questions about the same table are consecutive. */
function loader(folder: string): (path: string) => Promise<Result<Loaded>> {
  const known = new Map<string, Promise<Result<Loaded>>>()
  return (path) => {
    const found = known.get(path) ?? load(join(folder, path))
    if (known.size > 8) known.clear()
    known.set(path, found)
    return found
  }
}

async function alternativesOf(answer: Answer, { model, source }: Loaded): Promise<readonly unknown[]> {
  const others = answer.status === 'answer' ? answer.others : answer.status === 'clarify' ? answer.readings : []
  const found: unknown[] = []
  for (const reading of others.slice(0, maxAlternatives)) {
    const ran = await runQuery(reading.query, source)
    if (ran.ok)
      found.push(alternativeOf(reading, ran.value, recommendChart(chartData(ran.value, reading.query, model))))
  }
  return found
}

type Open = (path: string) => Promise<Result<Loaded>>

/** A question that throws becomes an error; the others are still answered. */
async function predict(question: EvaluationQuestion, open: Open): Promise<Prediction> {
  try {
    return await predictOne(question, open)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { id: question.id, status: 'error', ms: 0, text }
  }
}

async function predictOne(question: EvaluationQuestion, open: Open): Promise<Prediction> {
  const loaded = await open(question.table_csv)
  if (!loaded.ok) return { id: question.id, status: 'error', ms: 0, text: loaded.error.message }
  const start = performance.now()
  const answer = await askSource(wordsOfQuestion(question), loaded.value)
  const ms = Math.round(performance.now() - start)
  return predictionOf(question, answer, { ms, alternatives: await alternativesOf(answer, loaded.value) })
}

function questionsIn(text: string): Result<readonly EvaluationQuestion[]> {
  const questions: EvaluationQuestion[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = evaluationQuestion.safeParse(parseJson(line))
    if (!parsed.success)
      return fail('request/invalid', {
        reason: `Line ${at + 1} is not a question: ${parsed.error.issues[0]?.message}.`,
      })
    questions.push(parsed.data)
  }
  return ok(questions)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

/** Answers a file of questions, for scoring. */
export const evaluate: Command = {
  summary: 'Answer a file of questions over local tables and write one prediction per line.',
  parameters: ['questions.jsonl'],
  options: {
    tables: { type: 'string', value: 'dir', says: 'the folder that the questions’ tables are in (default: here)' },
    out: { type: 'string', value: 'predictions.jsonl', says: 'where the predictions go (default: standard output)' },
  },
  example: 'edgewise eval questions.jsonl --tables data --out predictions.jsonl',
  run: async (input) => {
    const [path = ''] = input.positionals
    const text = await readFile(path, 'utf8').catch(() => null)
    if (text === null) return fail('file/missing', { path })
    const questions = questionsIn(text)
    if (!questions.ok) return questions
    const open = loader(textOption(input, 'tables') ?? '.')
    const lines: string[] = []
    for (const question of questions.value) lines.push(JSON.stringify(await predict(question, open)))
    const out = textOption(input, 'out')
    if (out === null) for (const line of lines) input.print(line)
    else await writeFile(out, `${lines.join('\n')}\n`)
    return ok(undefined)
  },
}
