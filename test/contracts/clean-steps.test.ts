import { describe, expect, test } from 'vitest'
import { type StepId, steps } from '#core/clean/registry.ts'
import type { RecipeStep } from '#core/clean/recipe.ts'
import { loadRows, memoryRows } from '#core/clean/row-source.ts'
import { cleanRows, settleRecipe, settleStep } from '#core/clean/run-recipe.ts'
import type { Rows } from '#core/clean/rows.ts'
import type { SomeStep } from '#core/clean/step.ts'
import { cut, rowsOf, type Spec, written } from '../support/clean-rows.ts'
import { type Random, seededRandom } from '../support/random.ts'

const seed = Number(process.env['SEED'] ?? 20_261_124)

/** Settings that each step is held to, beside those it begins with. */
const cases: Record<StepId, readonly RecipeStep['settings'][]> = {
  trim: [{ columns: ['city'] }, { columns: [], collapse: false }],
  'unify-case': [
    { columns: ['city'] },
    ...['lower', 'upper', 'title', 'sentence'].map((to) => ({ columns: ['city', 'size'], to })),
  ],
  'unify-spellings': [
    ...['fingerprint', 'ngram', 'distance'].map((method) => ({ column: 'city', method })),
    { column: 'city', merges: [{ to: 'Paris', from: ['paris', ' Paris '] }] },
  ],
  'replace-values': [
    { column: 'city', find: 'paris', replace: 'Lyon', ignoresCase: true },
    { column: 'size', find: 'kg', replace: '', match: 'part' },
    { column: 'age', find: '7', replace: '8' },
  ],
  'fill-missing': [
    { column: 'age', method: 'constant', value: '40' },
    { column: 'city', method: 'constant', value: 'nowhere' },
    { column: 'born', method: 'constant', value: '2001-02-03' },
    ...['mean', 'median', 'mode', 'previous', 'next', 'nearest', 'regression'].map((method) => ({
      column: 'age',
      method,
    })),
    ...['mode', 'previous', 'next', 'nearest'].map((method) => ({ column: 'city', method })),
    ...['mean', 'median', 'mode', 'next'].map((method) => ({ column: 'born', method })),
    { column: 'member', method: 'nearest', neighbours: 3, from: ['age'] },
  ],
  'fix-odd': [
    { column: 'age', action: 'empty' },
    { column: 'age', text: 'n.k.', action: 'value', value: '12' },
    { column: 'age', action: 'remove-row' },
  ],
  cast: [
    ...['text', 'decimal', 'boolean', 'integer'].map((type) => ({ column: 'age', type })),
    { column: 'born', type: 'timestamp' },
    { column: 'born', type: 'text' },
    { column: 'member', type: 'integer' },
    { column: 'size', type: 'decimal' },
  ],
  extract: [
    { column: 'size' },
    { column: 'size', keep: true },
    { column: 'size', what: 'words' },
    { column: 'city', what: 'domain' },
  ],
  'split-column': [
    { column: 'size' },
    { column: 'size', at: 'position', position: 2, keep: true },
    { column: 'city', delimiter: 'a', parts: 3 },
  ],
  'merge-columns': [
    { columns: ['city', 'size'], name: 'both' },
    { columns: ['born', 'age'], name: 'age', separator: '/' },
  ],
  'remove-duplicates': [{}, { columns: ['city'], keep: 'last' }, { columns: ['city', 'age'] }],
  'remove-rows': [
    ...['empty', 'filled', 'odd'].map((is) => ({ column: 'age', is })),
    { column: 'age', is: 'less', value: '20' },
    { column: 'city', is: 'contains', value: 'par' },
    { column: 'born', is: 'more', value: '2000-01-01' },
  ],
  'cap-outliers': [
    { column: 'age' },
    { column: 'weight', by: 'z', factor: 1 },
    { column: 'weight', action: 'remove', factor: 0.5 },
    { column: 'weight', action: 'empty', factor: 0.5 },
  ],
  mask: [{ columns: ['city'] }, { columns: ['age', 'city'], how: 'code' }, { columns: ['born'], how: 'all' }],
  'rename-column': [{ column: 'city', to: 'Town' }],
  'clean-names': [{}],
  'reorder-columns': [{ columns: ['weight', 'city'] }],
  'remove-columns': [{ columns: ['weight', 'city'] }],
}

const cities = [
  'Paris',
  'paris',
  ' Paris ',
  'PARIS',
  'Lyon',
  'Lyonn',
  'São  Paulo',
  'Sao Paulo',
  'ann@mail.example.com',
  null,
]
const sizes = ['12 kg', '7.5 kg', '3 kg ', 'about 4 kg', 'none', null]

function dirty(random: Random, rows: number): Spec {
  const many = <Value>(make: (row: number) => Value): Value[] => Array.from({ length: rows }, (_, row) => make(row))
  const ages = many(() => (random.chance(0.2) ? null : random.chance(0.02) ? 900 : random.below(80)))
  const odd = Object.fromEntries(
    ages.flatMap((age, row) => (age === null && random.chance(0.3) ? [[row, random.pick(['n.k.', 'forty'])]] : [])),
  )
  return {
    city: { type: 'text', values: many(() => random.pick(cities)) },
    size: { type: 'text', values: many(() => random.pick(sizes)) },
    age: { type: 'integer', values: ages, odd },
    weight: { type: 'decimal', values: ages.map((age) => (age === null ? random.below(9) : age / 2 + random.next())) },
    member: { type: 'boolean', values: many(() => (random.chance(0.2) ? null : random.below(2))) },
    born: {
      type: 'date',
      values: many(() => (random.chance(0.2) ? null : `19${70 + random.below(30)}-0${1 + random.below(9)}-11`)),
    },
  }
}

const entries = Object.entries(cases) as readonly (readonly [StepId, readonly RecipeStep['settings'][]])[]
const all = entries.flatMap(([step, list]) => list.map((settings) => ({ step, settings })))
const { fields, rows } = rowsOf(dirty(seededRandom(seed), 400))
const empty = rowsOf(dirty(seededRandom(seed), 0))

/** What a recipe of one step gives of rows in some batches. */
async function applied(step: RecipeStep, batches: readonly Rows[]) {
  const cleaned = await cleanRows({ schema: 1, steps: [step] }, fields, batches)
  return { ...cleaned, entry: cleaned.log.steps[0] }
}

type Written = Record<string, string | null>

/** Cells of these columns that say something else than before, one by one. */
const changes = (before: ReadonlyMap<string | null | undefined, Written>, after: Written[], names: string[]): number =>
  after.flatMap((row) =>
    names.filter((name) => before.get(row['']) !== undefined && before.get(row[''])?.[name] !== row[name]),
  ).length

const holes = (list: Written[]): number =>
  list.flatMap((row) => Object.values(row)).filter((text) => text === null).length

/** Sums that were added up in another order differ in their last digit. */
const near = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value).replaceAll(/-?\d+\.\d{9,}(e[-+]\d+)?/g, (number) =>
      String(Number(Number(number).toPrecision(12))),
    ),
  )

const namedIn = (settings: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(settings).match(/(?<=")[^"]*(?=")/g) ?? [])

describe(`every step (seed ${seed})`, () => {
  test('has its cases, its words and settings to begin with', () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(steps).sort())
    for (const step of Object.values(steps) as SomeStep[]) {
      expect(step.useWhen).toMatch(/^\p{Lu}.+\.$/u)
      const begun = step.begin(fields)
      expect(step.settings.safeParse(begun).success || begun?.['find'] === '', step.title).toBe(true)
      expect(step.begin([])).toBeNull()
      // A form can ask for every setting it shows.
      for (const { key, when } of step.inputs)
        for (const one of [key, when?.key ?? key]) expect(begun).toHaveProperty(one)
    }
  })

  test.each(all)('[S1] $step with $settings keeps every row or counts it as removed', async (step) => {
    const { rows: after, entry } = await applied(step, [rows])
    expect(entry?.problem).toBeNull()
    const origins = written(after).map((row) => Number(row['']))
    expect(origins).toEqual([...new Set(origins)].sort((a, b) => a - b))
    expect(entry?.figures?.rowsAfter).toBe(origins.length)
    expect(entry?.figures?.rowsBefore).toBe(rows.count)
  })

  test.each(all)('[S2] $step with $settings tells figures that a recount confirms', async (step) => {
    const { rows: after, entry, fields: left } = await applied(step, [rows])
    const before = new Map(written([rows]).map((row) => [row[''], row]))
    const types = new Map(fields.map(({ name, type }) => [name, type]))
    const kept = left.filter(({ name, type }) => types.get(name) === type).map(({ name }) => name)
    const retyped = left.some(({ name, type }) => types.has(name) && types.get(name) !== type)
    if (!retyped) expect(entry?.figures?.cellsChanged).toBe(changes(before, written(after), kept))
    expect(entry?.figures?.emptyBefore).toBe(holes(written([rows])))
    expect(entry?.figures?.emptyAfter).toBe(holes(written(after)))
  })

  test.each(all)('[S3] $step with $settings leaves other columns as they are', async (step) => {
    const { rows: after, fields: left } = await applied(step, [rows])
    const isAll = ['trim', 'clean-names'].includes(step.step)
    const mentioned = namedIn(step.settings)
    const before = new Map(written([rows]).map((row) => [row[''], row]))
    const others = fields.filter(({ name, type }) => !mentioned.has(name) && !(isAll && type === 'text'))
    for (const { name } of others) {
      expect(left.map((field) => field.name)).toContain(name)
      for (const row of written(after)) expect(row[name]).toBe(before.get(row[''] ?? '')?.[name])
    }
  })

  test.each(all)('[S4] $step with $settings gives the same however the rows arrive, held or streamed', async (step) => {
    const whole = await applied(step, [rows])
    const streamed = await settleRecipe({ schema: 1, steps: [step] }, memoryRows(fields, cut(rows, 37)))
    if (!streamed.ok) throw new Error(streamed.error.message)
    const after = await loadRows({ ...memoryRows(streamed.value.fields, []), batches: streamed.value.batches })
    expect(near(written(after))).toEqual(near(written(whole.rows)))
    expect(near(streamed.value.log())).toEqual(near(whole.log))
    expect(streamed.value.fields).toEqual(whole.fields)
  })

  test.each(all.filter(({ step }) => (steps[step] as SomeStep).isIdempotent))(
    '[S5] $step with $settings does nothing the second time',
    async (step) => {
      const once = await applied(step, [rows])
      const twice = await cleanRows({ schema: 1, steps: [step] }, once.fields, once.rows)
      expect(written(twice.rows)).toEqual(written(once.rows))
    },
  )

  test.each(all)('[S6] $step with $settings bears a table without rows', async (step) => {
    const { log, rows: after } = await cleanRows({ schema: 1, steps: [step] }, empty.fields, [empty.rows])
    expect(written(after)).toEqual([])
    expect(log.steps).toHaveLength(1)
  })

  test.each(entries.map(([step]) => step))('[S7] %s refuses what it cannot read or find', async (step) => {
    const source = memoryRows(fields, [rows])
    const strange = { column: 7, columns: 'city', to: 3, name: {}, style: 4 }
    const settled = await settleStep({ step, settings: strange }, source)
    if (step !== 'clean-names') expect(settled).toMatchObject({ ok: false, error: { code: 'clean/invalid-settings' } })
    const [first] = cases[step]
    const elsewhere = JSON.parse(
      JSON.stringify(first).replaceAll(/"(city|size|age|weight|born|member)"/g, '"gone"'),
    ) as RecipeStep['settings']
    if (JSON.stringify(elsewhere) === JSON.stringify(first)) return
    const lost = await settleStep({ step, settings: elsewhere }, source)
    expect(lost).toMatchObject({ ok: false, error: { code: 'clean/unknown-column' } })
  })
})
