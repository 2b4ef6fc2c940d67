import { basename } from 'node:path'
import { askSource } from '#core/ask/ask-source.ts'
import { withKin } from '#core/ask/kin/with-kin.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { fail } from '#core/errors.ts'
import { subjectOf } from '#core/insight/subject.ts'
import { askedChange, figureAskedAbout } from '#core/insight/why/asked-change.ts'
import { explainChange } from '#core/insight/why/explain-change.ts'
import { ok } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Command } from '../command.ts'
import { loadLocal } from '../load-local.ts'

/** Takes a change of a figure apart. */
export const why: Command = {
  summary: 'Say what a change is due to: which groups, and whether by more rows or by higher values.',
  parameters: ['file', 'question'],
  options: { json: { type: 'boolean', says: 'all parts, their queries and the sentences as JSON' } },
  example: 'edgewise why sales.csv "why did revenue fall in September 2024"',
  run: async (input) => {
    const [path = '', question = ''] = input.positionals
    const loaded = await loadLocal(path)
    if (!loaded.ok) return loaded
    const { source, profile } = loaded.value
    const model = withKin(generateModel({ dataset: 'file', name: basename(path) }, profile))
    const answer = await askSource(figureAskedAbout(question), { model, source })
    const change = answer.status === 'answer' ? askedChange(answer.reading.query, model) : null
    if (!change) return fail('why/unclear', { question })
    const columns = [change.column, model.timeColumn]
    const groupings = subjectOf(model).groupings.filter(({ dimension }) => !columns.includes(dimension.column))
    const found = await explainChange(change, groupings, async (query) => {
      const table = await runQuery(query, source)
      return table.ok ? table.value : null
    })
    if (!found) return fail('why/unclear', { question })
    if (input.options['json'] === true) input.print(JSON.stringify(found, null, 2))
    else for (const sentence of found.sentences) input.print(sentence)
    return ok(undefined)
  },
}
