import { basename } from 'node:path'
import type { Answer } from '#core/ask/answer.ts'
import { askSource } from '#core/ask/ask-source.ts'
import { ok } from '#core/result.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import { toRows } from '#core/table/table.ts'
import { describeAnswer } from '../answer-text.ts'
import type { Command } from '../command.ts'
import { loadLocal } from '../load-local.ts'
import { choiceOptions, choicesFrom } from '../read-choices.ts'

/** An answer as programs read it: the same, with its table as rows. */
function toJson(answer: Answer): unknown {
  if (answer.status !== 'answer') return answer
  const { text, table, chart, reading, others, confidence } = answer
  const { query, chips, title } = reading
  return { status: 'answer', title, text, rows: toRows(table), query, chips, chart, confidence, others }
}

/** Answers a question about a file. */
export const ask: Command = {
  summary: 'Answer a question about a file, in words and figures, and show how it was understood.',
  parameters: ['file', 'question'],
  options: {
    ...choiceOptions,
    json: { type: 'boolean', says: 'the answer, its rows, its query and its chips as JSON' },
  },
  example: 'edgewise ask sales.csv "total sales by region in 2023"',
  run: async (input) => {
    const [path = '', question = ''] = input.positionals
    const choices = choicesFrom(input)
    if (!choices.ok) return choices
    const loaded = await loadLocal(path, choices.value)
    if (!loaded.ok) return loaded
    const model = withKin(generateModel({ dataset: 'file', name: basename(path) }, loaded.value.profile))
    const answer = await askSource(question, { model, source: loaded.value.source })
    if (input.options['json'] === true) input.print(JSON.stringify(toJson(answer), null, 2))
    else for (const line of describeAnswer(answer, model)) input.print(line)
    return ok(undefined)
  },
}
