import type { Principal } from '#core/access/principal.ts'
import { runSecured } from '#core/access/run-secured.ts'
import { secureQuery } from '#core/access/secure-query.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { prepareQuery } from '#core/query/prepare-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import type { Visibility } from '#core/semantic/model/access-rules.ts'
import { tableSource } from '#core/table/table-source.ts'
import { toRows } from '#core/table/table.ts'
import { amount, columnOf, modelOf, semantic, tableOf } from './chart-tables.ts'

const count = { aggregate: 'count' as const, as: 'n' }
const base = { dataset: 'd', limit: 10 }
const grouped = { ...base, dimensions: [{ column: 'Name' }], measures: [count] }

/** Ways to ask whether what Ann is paid is above a guess, each as a whole Query. */
export const probes: Readonly<Record<string, (guess: number) => QueryInput>> = {
  filter: (guess) => ({ ...base, measures: [count], filters: [{ op: 'greater', column: 'Pay', value: guess }] }),
  exact: (guess) => ({ ...base, measures: [count], filters: [{ op: 'in', column: 'Pay', values: [guess] }] }),
  negated: (guess) => ({
    ...base,
    measures: [count],
    filters: [{ op: 'not', filter: { op: 'lessOrEqual', column: 'Pay', value: guess } }],
  }),
  measureFilter: (guess) => ({
    ...base,
    measures: [{ ...count, filter: { op: 'greater', column: 'Pay', value: guess } }],
  }),
  sort: () => ({ ...base, columns: ['Name', 'Pay'], sort: [{ by: 'Pay', direction: 'descending' }], limit: 1 }),
  top: () => ({
    ...grouped,
    top: [{ column: 'Name', count: 1, by: { aggregate: 'sum', column: 'Pay' }, direction: 'ascending' }],
  }),
  having: (guess) => ({
    ...base,
    dimensions: [{ column: 'Name' }],
    measures: [{ aggregate: 'sum', column: 'Pay', as: 'paid' }],
    having: [{ op: 'greater', column: 'paid', value: guess }],
  }),
  formula: (guess) => ({
    ...base,
    calculations: [{ name: 'above', formula: `if([Pay] > ${guess}, 1, 0)` }],
    columns: ['Name', 'above'],
  }),
  measureFormula: (guess) => ({
    ...base,
    measures: [{ aggregate: 'formula', formula: `sum([Sales] where [pay] > ${guess})`, as: 'n' }],
  }),
  most: () => ({ ...base, measures: [{ aggregate: 'max', column: 'Pay', as: 'n' }] }),
  mean: () => ({ ...base, measures: [{ aggregate: 'mean', column: 'Pay', as: 'n' }] }),
  bins: () => ({ ...base, dimensions: [{ column: 'Pay', bins: 4 }], measures: [count] }),
}

type Asked = { readonly visibility: Visibility | null; readonly secret: number }

/** All that somebody is told: the result or the failure in words; and whether any row was read for it. */
export async function told(input: QueryInput, { visibility, secret }: Asked) {
  const table = tableOf(
    columnOf('Name', 'text', ['Ann', 'Ben']),
    columnOf('Pay', 'integer', [secret, 50]),
    columnOf('Sales', 'integer', [1, 2]),
  )
  const columns = visibility === null ? [] : [{ role: 'viewer' as const, column: 'Pay', visibility }]
  const model = modelOf([semantic('Name'), amount('Pay'), amount('Sales')], { access: { rows: [], columns } })
  const fields = table.columns.map(({ name, type }) => ({ name, type }))
  const viewer: Principal = { role: 'viewer', attributes: {} }
  const asked = prepareQuery(input, { model, fields, now: 0 })
  const secured = asked.ok ? secureQuery(asked.value, { own: model, joined: new Map() }, viewer) : asked
  if (!secured.ok) return { text: JSON.stringify(secured.error), wasRead: false, isValid: asked.ok }
  const result = await runSecured(secured.value, (query) => runQuery(query, tableSource([table])))
  return { text: JSON.stringify(result.ok ? toRows(result.value) : result.error), wasRead: true, isValid: true }
}

/** How many of the guesses of a binary search of 0 to 100 tell two secrets apart. */
export async function bitsTold(probe: (guess: number) => QueryInput, visibility: Visibility | null): Promise<number> {
  let [least, most, bits] = [0, 100, 0]
  while (most - least > 1) {
    const guess = Math.floor((least + most) / 2)
    const [below, above] = await Promise.all(
      [guess, guess + 1].map((secret) => told(probe(guess), { visibility, secret })),
    )
    if (below?.text !== above?.text) bits += 1
    if (guess < 73) least = guess
    else most = guess
  }
  return bits
}
