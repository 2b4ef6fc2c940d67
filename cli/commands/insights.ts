import { basename } from 'node:path'
import { runQuery } from '#core/engine/run-query.ts'
import { findInsights } from '#core/insight/find-insights.ts'
import { ok } from '#core/result.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Command } from '../command.ts'
import { loadLocal } from '../load-local.ts'

/** Tells what stands out in a file, with a budget for chance. */
export const insights: Command = {
  summary: 'Tell what stands out in a file: differences, relations and trends that are more than chance.',
  parameters: ['file'],
  options: { json: { type: 'boolean', says: 'insights with their numbers and queries as JSON' } },
  example: 'edgewise insights sales.csv',
  run: async (input) => {
    const [path = ''] = input.positionals
    const loaded = await loadLocal(path)
    if (!loaded.ok) return loaded
    const { source, profile } = loaded.value
    const model = generateModel({ dataset: 'file', name: basename(path) }, profile)
    const found = await findInsights(model, async (query) => {
      const table = await runQuery(query, source)
      return table.ok ? table.value : null
    })
    if (input.options['json'] === true) {
      input.print(JSON.stringify(found, null, 2))
      return ok(undefined)
    }
    if (found.insights.length === 0) input.print('Nothing stands out beyond chance.')
    for (const { text } of found.insights) input.print(text)
    input.print(`${found.looked} things were looked at; at most 1 in 20 of these sentences is chance.`)
    return ok(undefined)
  },
}
