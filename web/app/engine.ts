import type { Query } from '#core/query/query.ts'
import { questions } from '../api.ts'
import { createLocalEngine } from '../engine/local-engine.ts'
import { createRunQuery } from '../engine/run-query.ts'
import { tableFromWire } from '../engine/wire-table.ts'
import { whenIdle } from './when-idle.ts'

/** The engine of this page, in its worker. */
export const engine = createLocalEngine()

/** Results of Queries over datasets of the server: from there, or from this page's own engine once it knows them. */
export const runOnServer = createRunQuery({
  remote: async (query: Query) => {
    const answer = await questions.query(query)
    return answer.ok ? { ok: true, value: tableFromWire(answer.value) } : answer
  },
  local: engine,
  whenIdle,
})
