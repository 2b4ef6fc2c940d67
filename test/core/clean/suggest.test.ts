import { describe, expect, test } from 'vitest'
import { previewRecipe } from '#core/clean/preview.ts'
import { describeLog } from '#core/clean/describe-log.ts'
import { parseRecipe, type Recipe } from '#core/clean/recipe.ts'
import { cleaningReport } from '#core/clean/report.ts'
import { suggestSteps } from '#core/clean/suggest/suggest-steps.ts'
import { rowsOf, type Spec } from '../../support/clean-rows.ts'

const repeated = <Value>(values: readonly Value[], times: number): Value[] =>
  Array.from({ length: times }, () => values).flat()
const numbers = Array.from({ length: 40 }, (_, row) => row)

async function suggested(spec: Spec) {
  const { fields, rows } = rowsOf({ row: { type: 'integer', values: numbers }, ...spec })
  return suggestSteps(fields, [rows])
}

describe('suggestions', () => {
  test('[G1] nothing is suggested for a clean table', async () => {
    const spec: Spec = {
      city: { type: 'text', values: repeated(['Paris', 'Lyon', 'Nice', 'Lille'], 10) },
      price: { type: 'decimal', values: numbers.map((row) => row + 0.5) },
      day: { type: 'date', values: numbers.map((row) => `2024-02-${String((row % 28) + 1).padStart(2, '0')}`) },
    }
    expect(await suggested(spec)).toEqual([])
  })

  test.each([
    ['trim', { city: { type: 'text', values: repeated([' Paris', 'Lyon', 'Nice', 'Lille '], 10) } }, 20],
    ['unify-case', { city: { type: 'text', values: repeated(['Paris', 'PARIS', 'Paris', 'Lyon'], 10) } }, 10],
    [
      'unify-spellings',
      { city: { type: 'text', values: repeated(['São Paulo', 'Sao Paulo', 'Sao Paulo', 'Rio'], 10) } },
      10,
    ],
    ['cast', { price: { type: 'text', values: ['n/k', ...numbers.slice(1).map((row) => `${row},50`)] } }, 40],
    ['fill-missing', { price: { type: 'decimal', values: numbers.map((row) => (row % 20 === 0 ? null : row)) } }, 2],
    ['fix-odd', { price: { type: 'integer', values: [null, ...numbers.slice(1)], odd: { 0: 'twelve' } } }, 1],
    [
      'cap-outliers',
      {
        price: { type: 'integer', values: [9000, ...numbers, 0].slice(0, 40) },
        extra: { type: 'integer', values: repeated(numbers.slice(0, 1), 40) },
      },
      0,
    ],
    ['extract', { weight: { type: 'text', values: numbers.map((row) => `${row} kg`) } }, 40],
    ['remove-columns', { nothing: { type: 'text', values: repeated([null], 40) } }, 40],
    ['clean-names', { 'price (€)': { type: 'integer', values: numbers } }, 40],
    ['mask', { mail: { type: 'text', values: numbers.map((row) => `person${row}@example.com`) } }, 40],
  ] as const satisfies readonly (readonly [string, Spec, number])[])(
    '[G2] %s where it helps',
    async (step, spec, count) => {
      const found = (await suggested(spec)).find(({ take }) => take.step === step)
      // One value in forty is more than the share up to which far values are called wrong.
      if (count === 0) expect(found).toBeUndefined()
      else expect(found).toMatchObject({ count })
      if (found) expect(found.reason).toMatch(/^.+\.$/u)
    },
  )

  test('[G2] a row that is there twice, and one value far from two hundred others', async () => {
    const prices = Array.from({ length: 200 }, (_, row) => row % 50)
    const { fields, rows } = rowsOf({
      row: { type: 'integer', values: [...prices.keys()].map((row) => (row === 199 ? 149 : row)) },
      price: { type: 'integer', values: prices.map((price, row) => (row === 3 ? 90_000 : price)) },
    })
    const found = await suggestSteps(fields, [rows])
    expect(found.map(({ take, touches }) => [take.step, touches])).toEqual([
      ['remove-duplicates', '1 row'],
      ['cap-outliers', '1 cell'],
    ])
    expect(found[1]?.examples).toEqual([{ column: 'price', before: '90000', after: '112' }])
  })

  test('[G3] what repairs most stands first; form and privacy come after, guesses last', async () => {
    const spec: Spec = {
      mail: { type: 'text', values: numbers.map((row) => ` person${row}@example.com`) },
      price: { type: 'integer', values: numbers.map((row) => (row === 5 ? null : row)) },
    }
    expect((await suggested(spec)).map(({ take }) => take.step)).toEqual(['trim', 'mask', 'fill-missing'])
  })

  test('[G8] many empty numbers are not filled, and the tail of real prices is not capped', async () => {
    const prices = Array.from({ length: 400 }, (_, row) =>
      Math.round(100 * Math.exp(3 + 0.9 * Math.sin(row * 12.9898))),
    )
    prices[7] = 4 * Math.max(...prices)
    const { fields, rows } = rowsOf({
      row: { type: 'integer', values: [...prices.keys()] },
      price: { type: 'integer', values: prices },
      rating: { type: 'integer', values: prices.map((_, row) => (row % 3 === 0 ? null : (row % 5) + 1)) },
    })
    expect(await suggestSteps(fields, [rows])).toEqual([])
  })

  test('[G9] shares written in two scales are not cast, and decimals among whole numbers stay', async () => {
    const cycle = (texts: readonly string[]) => repeated(texts, Math.ceil(40 / texts.length)).slice(0, 40)
    for (const texts of [
      ['5 %', '.05', '10 %'],
      ['5%', '10%', '7%', '12%', '8%', '9%', '0.05'],
      ['5', '10 %', '7 %'],
    ])
      expect(await suggested({ share: { type: 'text', values: cycle(texts) } })).toEqual([])
    const [cast] = await suggested({
      size: { type: 'text', values: cycle(['1', '2', '3', '4', '5', '6', '7', '.5', 'n/k']) },
    })
    expect(cast?.take).toEqual({ step: 'cast', settings: { column: 'size', type: 'decimal' } })
  })

  test('[G4] codes, ids and years are neither summed nor filled', async () => {
    const spec: Spec = {
      zip: { type: 'text', values: ['unknown', ...numbers.slice(1).map((row) => `0${1000 + row}`)] },
      customer_id: { type: 'integer', values: numbers.map((row) => (row === 2 ? null : row)) },
    }
    expect(await suggested(spec)).toEqual([])
  })
})

describe('a preview', () => {
  const { fields, rows } = rowsOf({
    city: { type: 'text', values: [' Rome', 'Oslo', 'Oslo', null] },
    size: { type: 'integer', values: [1, 2, 2, 4] },
  })
  const recipe: Recipe = {
    schema: 1,
    steps: [
      { step: 'trim', settings: {} },
      { step: 'remove-duplicates', settings: {} },
      { step: 'cast', settings: { column: 'gone', type: 'text' } },
    ],
  }

  test('[G5] shows the rows that change and those that go, cell by cell', async () => {
    const { rows: shown, log } = await previewRecipe(recipe, fields, [rows])
    expect(shown.map(({ row, isRemoved }) => [row, isRemoved])).toEqual([
      [0, false],
      [2, true],
    ])
    expect(shown[0]?.cells[0]).toEqual({ before: ' Rome', after: 'Rome', isChanged: true, isOdd: false })
    expect(log.steps.map(({ problem }) => problem?.message ?? null)).toEqual([
      null,
      null,
      'There is no column “gone” at this step.',
    ])
  })

  test('[G6] its log can be read as text and as a page', async () => {
    const { log } = await previewRecipe(recipe, fields, [rows])
    expect(describeLog(log).slice(0, 5)).toEqual([
      '1. Trim spaces in 1 cell of all columns of text.',
      '   1 cell changed',
      '2. Remove 1 duplicate row.',
      '   rows 4 → 3',
      '3. Change type: not done. There is no column “gone” at this step. The columns are city, size.',
    ])
    const page = cleaningReport('<b>Cities', log)
    expect(page).toContain('&lt;b&gt;Cities')
    expect(page).toContain('<td>Rows</td><td>4</td><td>3</td>')
  })
})

test.each([
  [null],
  [{ schema: 2, steps: [] }],
  [{ schema: 1, steps: [{ step: 'wash', settings: {} }] }],
  [{ schema: 1, steps: Array.from({ length: 101 }, () => ({ step: 'trim', settings: {} })) }],
])('[G7] what is no recipe is refused: %j', (input) => {
  expect(parseRecipe(input)).toMatchObject({ ok: false, error: { code: 'clean/invalid-recipe' } })
})
