import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { suggestQuestions } from '#core/ask/suggest.ts'
import { cardOf } from '#core/catalog/card.ts'
import { findDrift } from '#core/catalog/drift/find-drift.ts'
import { chartData } from '#core/charts/chart-data.ts'
import { plural } from '#core/charts/labels.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import { type StepId, stepIds, steps } from '#core/clean/registry.ts'
import { loadRows, versionRows } from '#core/clean/row-source.ts'
import { settleRecipe, settleStep } from '#core/clean/run-recipe.ts'
import { suggestSteps } from '#core/clean/suggest/suggest-steps.ts'
import { designDashboard } from '#core/dashboard/design-dashboard.ts'
import { runQuery } from '#core/engine/run-query.ts'
import type { QueryInput } from '#core/query/query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { check } from '#core/semantic/formula/check/check.ts'
import { applyDocument } from '#core/semantic/model/apply-document.ts'
import { diffDocuments } from '#core/semantic/model/diff-documents.ts'
import { mergeDocuments } from '#core/semantic/model/merge-documents.ts'
import { modelDocument } from '#core/semantic/model/model-document.ts'
import { writeQuery } from '#core/sql/compile-query.ts'
import { dialects } from '#core/sql/dialects/registry.ts'
import { viewOf } from '#core/sql/view.ts'
import { type Cell, cellAt } from '#core/table/table.ts'
import { inheritedNames, twinTables, type Twins } from '../support/inherited-names.ts'
import { loadText, type LoadedText } from '../support/load-text.ts'
import { seededRandom } from '../support/random.ts'

const seed = Number(process.env['EDGEWISE_SEED'] ?? 20_261_130)
const seeds = [0, 1, 2].map((at) => seed + at)

const filter = { op: 'in', column: 'region', values: ['North', 'South'] } as const

/** Queries of every part that names something. */
const asked: readonly Partial<QueryInput>[] = [
  { dimensions: [{ column: 'region' }], measures: [{ aggregate: 'sum', column: 'amount' }] },
  { dimensions: [{ column: 'product' }, { column: 'region' }], measures: [{ aggregate: 'count' }], filters: [filter] },
  { columns: ['region', 'amount'], sort: [{ by: 'amount', direction: 'descending' }], limit: 9 },
  { columns: ['product'], filters: [{ op: 'not', filter: { op: 'isNull', column: 'amount' } }] },
  {
    measures: [
      { aggregate: 'max', column: 'pieces' },
      { aggregate: 'distinct', column: 'product', filter },
    ],
  },
  { dimensions: [{ column: 'sold', grain: 'quarter' }], measures: [{ aggregate: 'distinct', column: 'product' }] },
  { dimensions: [{ column: 'pieces', bins: 4 }], measures: [{ aggregate: 'mean', column: 'amount' }] },
  {
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'sum', column: 'pieces', as: 'product' }],
    having: [{ op: 'greater', column: 'product', value: 1 }],
    sort: [{ by: 'product', direction: 'ascending' }],
  },
  {
    dimensions: [{ column: 'region' }],
    measures: [{ aggregate: 'formula', formula: 'sum([amount]) / sum([pieces])', as: 'amount' }],
    top: [{ column: 'region', count: 2, by: { aggregate: 'sum', column: 'pieces' } }],
  },
  { calculations: [{ name: 'valueOf2', formula: '[amount] * [pieces]' }], columns: ['valueOf2', 'region'] },
]

/** The same in other words. */
const inWords = <Asked>(query: Asked, { word }: Twins): Asked =>
  JSON.parse(
    JSON.stringify(query, (_, value: unknown) =>
      typeof value === 'string'
        ? value.replaceAll(/\[(\w+)\]|^(\w+)$/g, (all, a, b) => all.replace(a ?? b, word(a ?? b)))
        : value,
    ),
  ) as Asked

async function rowsOf(query: Partial<QueryInput>, { source }: LoadedText): Promise<readonly (readonly Cell[])[]> {
  const valid = validateQuery({ dataset: 'd', ...query }, source.fields)
  const result = valid.ok ? await runQuery(valid.value, source) : valid
  if (!result.ok) throw new Error(`${result.error.message} ${JSON.stringify(query)}`)
  const { rows, columns } = result.value
  return Array.from({ length: rows }, (_, row) => columns.map((column) => cellAt(column, row)))
}

/** Rows without regard to their order, which follows the words. */
const unordered = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).toSorted()

describe.each(seeds)('names that every object inherits, EDGEWISE_SEED=%i', (own) => {
  const twins = twinTables(seededRandom(own))
  const load = async () => [await loadText('a.csv', twins.plain), await loadText('b.csv', twins.inherited)] as const

  test('are columns and values like any others to Queries and to SQL', async () => {
    const [plain, inherited] = await load()
    for (const query of asked) {
      const expected = (await rowsOf(query, plain)).map((row) =>
        row.map((cell) => (typeof cell === 'string' ? twins.word(cell) : cell)),
      )
      const renamed = inWords(query, twins)
      const found = await rowsOf(renamed, inherited)
      const sort = query.limit === undefined ? unordered : (rows: readonly unknown[]) => rows
      expect(sort(found), JSON.stringify(renamed)).toEqual(sort(expected))
      const valid = validateQuery({ dataset: 'd', ...renamed }, inherited.source.fields)
      if (!valid.ok) throw new Error(valid.error.message)
      if (valid.value.measures.some(({ aggregate }) => aggregate === 'formula')) continue
      for (const dialect of Object.values(dialects))
        expect(writeQuery(valid.value, { d: viewOf('constructor', inherited.source.fields) }, dialect)).not.toBe('')
    }
  })

  test('are profiled, modelled, drawn, asked and compared', async () => {
    const [plain, inherited] = await load()
    const kinds = ({ model }: LoadedText) => model.columns.map(({ type, distinct, nulls }) => [type, distinct, nulls])
    expect(kinds(inherited)).toEqual(kinds(plain))
    expect(cardOf({ name: '__proto__', description: '', tags: ['constructor'] }, inherited.model).columns).toHaveLength(
      5,
    )
    expect(findDrift(inherited.profile, inherited.profile)).toEqual([])
    for (const { query, chart } of designDashboard(inherited.model, String).tiles) {
      const valid = validateQuery(query, inherited.source.fields)
      const result = valid.ok ? await runQuery(valid.value, inherited.source) : valid
      if (!result.ok) throw new Error(result.error.message)
      expect(sceneFor(chart, chartData(result.value, query, inherited.model)).kind).not.toBe('empty')
    }
    const questions = suggestQuestions(inherited.model)
    expect(questions.length).toBeGreaterThan(2)
    for (const question of questions) expect((await askSource(question, inherited)).status, question).toBe('answer')
    for (const word of inheritedNames)
      expect((await askSource(`total ${word} by ${word}`, inherited)).status).toBeTypeOf('string')
  })

  test('are cleaned by every step', async () => {
    const [plain, inherited] = await load()
    const cleaned = async ({ source, profile }: LoadedText, step: StepId) => {
      const rows = versionRows(source, profile.columns)
      const settings = steps[step].begin(rows.fields)
      if (settings === null) return null
      const settled = await settleRecipe({ schema: 1, steps: [{ step, settings }] }, rows)
      if (!settled.ok) throw new Error(settled.error.message)
      let count = 0
      for await (const batch of settled.value.batches()) count += batch.count
      const { steps: log } = settled.value.log()
      return { count, fields: settled.value.fields.length, did: log.map(({ figures }) => figures?.cellsChanged) }
    }
    for (const step of stepIds) {
      const found = await cleaned(inherited, step)
      if (step !== 'unify-case' && step !== 'unify-spellings' && step !== 'clean-names')
        expect(found, step).toEqual(await cleaned(plain, step))
    }
    const rows = versionRows(inherited.source, inherited.profile.columns)
    expect(await suggestSteps(rows.fields, await loadRows(rows))).toBeInstanceOf(Array)
  })
})

describe.each(inheritedNames)('%s', (name) => {
  test('is decided about, merged, compared and told like any column', async () => {
    const { model } = await loadText('a.csv', `${name},n\na,1\nb,2\na,3\n`)
    const nothing = modelDocument.parse({})
    expect(diffDocuments(nothing, nothing)).toEqual([])
    const document = modelDocument.parse(JSON.parse(`{"columns":{${JSON.stringify(name)}:{"isMasked":true}}}`))
    expect(applyDocument(model, document).access.columns.map(({ column }) => column)).toEqual([name, name, name])
    expect(applyDocument(model, nothing).access.columns).toEqual([])
    expect(diffDocuments(nothing, document).map((change) => change.text)).toEqual([`${name} is masked.`])
    const merged = mergeDocuments({ base: nothing, mine: document, theirs: nothing }).document
    expect(Object.keys(merged.columns)).toEqual([name])
    expect(mergeDocuments({ base: document, mine: nothing, theirs: document }).document.columns).toEqual({})
  })

  test('is a column in formulas, and no function, no operator and no literal', async () => {
    const scope = { fields: [{ name, type: 'integer' as const }], columns: [], measures: [], timeColumn: null }
    for (const formula of [name, `[${name}]`, `${name} + 1`, `sum([${name}])`])
      expect(check(formula, scope).ok, formula).toBe(true)
    for (const formula of [`${name}(1)`, `1 ${name} 2`, `cast(1, ${name})`, `[a${name}]`, `${name} ${name}`])
      expect(check(formula, scope).ok, formula).toBe(false)
  })

  test('is no step of a recipe, and a noun like others', async () => {
    const rows = versionRows((await loadText('a.csv', 'a,b\n1,2\n')).source, [])
    const settled = await settleStep({ step: name as StepId, settings: {} }, rows)
    expect(settled).toMatchObject({ ok: false, error: { code: 'clean/invalid-recipe' } })
    expect(plural(name)).toBeTypeOf('string')
  })
})
