import { beforeAll, describe, expect, test } from 'vitest'
import { compareProfiles } from '#core/catalog/compare-profiles.ts'
import { findDrift } from '#core/catalog/drift/find-drift.ts'
import type { Profile } from '#core/profile/profile.ts'
import { loadText } from '../../support/load-text.ts'

type Cells = Readonly<Record<string, string | number>>
type Make = (row: number) => Cells

const regions = ['North', 'South', 'East', 'West']
const dayOf = (row: number): string => new Date(Date.UTC(2024, 0, 1 + row)).toISOString().slice(0, 10)

const usual: Make = (row) => ({
  'Order ID': 1000 + row,
  Day: dayOf(row),
  Region: regions[row % 4] ?? '',
  Amount: 10 + (row % 7) * 5,
  Units: 1 + (row % 3),
})

async function profiled(make: Make, rows = 200): Promise<Profile> {
  const cells = Array.from({ length: rows }, (_, row) => make(row))
  const names = Object.keys(cells[0] ?? {})
  const lines = cells.map((row) => names.map((name) => row[name] ?? '').join(','))
  return (await loadText('orders.csv', [names.join(','), ...lines].join('\n'))).profile
}

const changed =
  (change: (row: number, cells: Cells) => Cells): Make =>
  (row) =>
    change(row, usual(row))

const without = (cells: Cells, name: string): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([key]) => key !== name))

/** The same cells in the same order, one column called otherwise. */
const renamed = (from: string, to: string): Make =>
  changed((_, cells) =>
    Object.fromEntries(Object.entries(cells).map(([key, value]) => [key === from ? to : key, value])),
  )

let before: Profile
beforeAll(async () => {
  before = await profiled(usual)
})

const driftTo = async (make: Make, rows?: number) => findDrift(before, await profiled(make, rows))

describe('no drift', () => {
  test('[D1] in the same data', async () => {
    expect(await driftTo(usual)).toEqual([])
  })

  test('[D1] in data that went on', async () => {
    expect(await driftTo(usual, 260)).toEqual([])
    expect(
      await driftTo(changed((row, cells) => ({ ...cells, 'Order ID': 5000 + row, Day: dayOf(row + 60) }))),
    ).toEqual([])
  })

  test('[D1] in columns that changed places', async () => {
    expect(await driftTo(changed((_, { Amount, ...rest }) => ({ Amount: Amount ?? '', ...rest })))).toEqual([])
  })
})

describe('columns', () => {
  test.each([
    ['Order ID', 'order_id'],
    ['Amount', 'Total'],
    ['Amount', 'Amount (net)'],
    ['Region', 'Area'],
    ['Day', 'Order date'],
  ])('[D2] “%s” called “%s” is a rename', async (from, to) => {
    const drift = await driftTo(renamed(from, to))
    expect(drift).toHaveLength(1)
    expect(drift[0]).toMatchObject({ kind: 'renamed', severity: 'break', column: from, to })
    expect(drift[0]?.text).toContain(`“${from}” is gone`)
  })

  test('[D2] that went and came without likeness are not one', async () => {
    const drift = await driftTo(changed((row, cells) => ({ ...without(cells, 'Units'), Comment: `note ${row * 31}` })))
    expect(drift.map(({ kind, column }) => [kind, column])).toEqual([
      ['removed', 'Units'],
      ['added', 'Comment'],
    ])
  })

  test('[D2] are paired once: two of the same values are told apart by their names', async () => {
    const both: Make = (row) => ({ ...usual(row), 'Ship region': regions[row % 4] ?? '' })
    const after: Make = (row) => {
      const cells = without(without(both(row), 'Region'), 'Ship region')
      return { ...cells, ship_region: regions[row % 4] ?? '', region_name: regions[row % 4] ?? '' }
    }
    const drift = findDrift(await profiled(both), await profiled(after))
    expect(drift.map(({ column, to }) => [column, to])).toEqual([
      ['Ship region', 'ship_region'],
      ['Region', 'region_name'],
    ])
  })

  test('[D3] of another kind are a break, decimals in whole numbers a note', async () => {
    const [retyped] = await driftTo(changed((row, cells) => ({ ...cells, Amount: `about ${row % 7}` })))
    expect(retyped).toEqual({
      kind: 'retyped',
      severity: 'break',
      column: 'Amount',
      text: '“Amount” held whole numbers and holds text now.',
    })
    const drift = await driftTo(changed((_, cells) => ({ ...cells, Amount: Number(cells['Amount']) + 0.5 })))
    expect(drift).toMatchObject([{ kind: 'retyped', severity: 'note', column: 'Amount' }])
  })
})

describe('data', () => {
  test.each<[string, Make, number, object]>([
    ['fewer rows by half', usual, 90, { kind: 'rows', severity: 'warning', text: '200 rows have become 90.' }],
    ['three times the rows', usual, 600, { kind: 'rows', severity: 'note' }],
    [
      'a unit that came',
      changed((_, cells) => ({ ...cells, Amount: `$${cells['Amount']}` })),
      200,
      { kind: 'unit', severity: 'warning', text: '“Amount” had no unit and has “$” now.' },
    ],
    [
      'a few empty cells',
      changed((row, cells) => (row % 50 === 0 ? { ...cells, Region: '' } : cells)),
      200,
      { kind: 'nullable', severity: 'note', text: '“Region” was never empty. Now it is in 2% of the rows.' },
    ],
    [
      'many empty cells',
      changed((row, cells) => (row % 3 === 0 ? { ...cells, Region: '' } : cells)),
      200,
      { kind: 'nullable', severity: 'warning' },
    ],
    [
      'a category that went',
      changed((row, cells) => ({ ...cells, Region: row % 4 === 3 ? 'Centre' : (cells['Region'] ?? '') })),
      200,
      {
        kind: 'values',
        severity: 'warning',
        text: '“Region” has “Centre” for the first time and no longer has “West”.',
      },
    ],
    [
      'amounts in cents',
      changed((_, cells) => ({ ...cells, Amount: Number(cells['Amount']) * 100 })),
      200,
      { kind: 'range', severity: 'warning', text: '“Amount” was around 25 and is around 2,500 now.' },
    ],
    [
      'an end that is missing',
      changed((row, cells) => ({ ...cells, Day: dayOf(row - 100) })),
      200,
      { kind: 'range', severity: 'warning', text: '“Day” ends on 9 Apr 2024; before, on 18 Jul 2024.' },
    ],
  ])('[D4] %s', async (_, make, rows, expected) => {
    expect((await driftTo(make, rows)).find(({ kind }) => kind === (expected as { kind: string }).kind)).toMatchObject(
      expected,
    )
  })

  test('[D4] a share of empty cells that jumps', async () => {
    const sparse = await profiled(changed((row, cells) => (row % 20 === 0 ? { ...cells, Region: '' } : cells)))
    const after = await profiled(changed((row, cells) => (row % 2 === 0 ? { ...cells, Region: '' } : cells)))
    expect(findDrift(sparse, after)[0]).toMatchObject({ kind: 'nulls', severity: 'warning', column: 'Region' })
  })

  test('[D5] breaks stand first', async () => {
    const drift = await driftTo(
      changed((row, cells) => ({ ...without(cells, 'Region'), Channel: row, Amount: Number(cells['Amount']) * 100 })),
      20,
    )
    const order = drift.map(({ severity }) => ['break', 'warning', 'note'].indexOf(severity))
    expect(order).toEqual([...order].sort())
    expect(new Set(drift.map(({ severity }) => severity)).size).toBe(3)
  })
})

test('two versions are compared column by column, renamed ones as one', async () => {
  const after = await profiled(renamed('Amount', 'Total'), 100)
  const { rows, columns } = compareProfiles(before, { ...after, columns: after.columns.slice(0, 4) })
  expect(rows).toEqual({ before: 200, after: 100 })
  expect(columns.map((pair) => [pair.before?.name, pair.after?.name])).toEqual([
    ['Order ID', 'Order ID'],
    ['Day', 'Day'],
    ['Region', 'Region'],
    ['Amount', 'Total'],
    ['Units', undefined],
  ])
  expect(columns[3]?.before).toMatchObject({ type: 'integer', nulls: 0, distinct: 7, min: 10, max: 40, unit: null })
  expect(columns[2]?.after).toMatchObject({ type: 'text', mean: null, min: null, max: null, distinct: 4 })
})
