import { describe, expect, test } from 'vitest'
import { checkAs } from '#core/semantic/formula/check/check.ts'
import { namesOfFormula } from '#core/semantic/formula/names.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import { generateModel } from '#core/semantic/generate-model.ts'
import type { Pack, PackRole } from '#core/semantic/packs/pack.ts'
import { packsFor } from '#core/semantic/packs/packs-for.ts'
import { type PackId, packs } from '#core/semantic/packs/registry.ts'
import type { ColumnType } from '#core/table/table.ts'
import { profileOfText } from '../support/profile-text.ts'

const ids = Object.keys(packs) as PackId[]
const types: Readonly<Record<PackRole['of'], ColumnType>> = {
  number: 'decimal',
  moment: 'date',
  group: 'text',
  any: 'text',
}

async function matched(csv: string) {
  const profile = await profileOfText(csv)
  return packsFor(generateModel({ dataset: 'd', name: 'data' }, profile))
}

describe.each(ids)('the pack %s', (id) => {
  const pack: Pack = packs[id]
  const fields = Object.entries(pack.roles).map(([name, { of }]) => ({ name, type: types[of] }))

  test('has measures that are formulas of its roles', () => {
    for (const { name, formula } of pack.measures) {
      const result = checkAs('measure', formula, scopeOf(fields))
      expect({ name, problem: result.ok ? '' : result.error.message }).toEqual({ name, problem: '' })
      expect(namesOfFormula(formula).length).toBeGreaterThan(0)
    }
    expect(new Set(pack.measures.map(({ name }) => name)).size).toBe(pack.measures.length)
  })

  test('asks and hints only at what it has', () => {
    const names = [...pack.measures.map(({ name }) => name), ...Object.keys(pack.roles)]
    const asked = pack.questions.flatMap((question) => [...question.matchAll(/\{([^}]+)\}/g)].map(([, part]) => part))
    for (const part of [...asked, ...pack.hints.flatMap(({ measure, by }) => [measure, by])])
      expect(names).toContain(part)
    for (const { role } of pack.groups) expect(Object.keys(pack.roles)).toContain(role)
  })

  test('needs more than one thing that tells its domain, and can be reached', () => {
    const weights = Object.values(pack.roles).map(({ weight }) => weight)
    expect(pack.least).toBeGreaterThan(Math.max(...weights))
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeGreaterThan(pack.least)
  })
})

const lines = (header: string, line: (row: number) => string): string =>
  [header, ...Array.from({ length: 40 }, (_, row) => line(row))].join('\n')

describe('matching', () => {
  test('binds measures to the names of the dataset', async () => {
    const csv = lines('Order ID,Order Date,Customer Name,Region,Sales,Profit,Quantity', (row) =>
      [
        `A-${row}`,
        `2024-03-${String((row % 28) + 1).padStart(2, '0')}`,
        `C${row % 9}`,
        ['West', 'East'][row % 2],
        row * 3.5,
        row * 0.4,
        row % 5,
      ].join(','),
    )
    const [first] = await matched(csv)
    expect(first).toMatchObject({ pack: 'sales', title: 'Sales' })
    expect(first?.measures.find(({ name }) => name === 'Profit margin')?.formula).toBe('sum([Profit]) / sum([Sales])')
    expect(first?.measures.map(({ name }) => name)).not.toContain('Gross margin')
    expect(first?.questions).toContain('revenue by region')
    expect(first?.hints).toContainEqual({ measure: 'Revenue', by: 'Order Date' })
  })

  test('tells the people of a company, campaigns and the prices of securities', async () => {
    const staff = lines('employee_id,department,job_title,salary,hire_date,attrition', (row) =>
      [
        `E${row}`,
        ['Sales', 'IT'][row % 2],
        ['Clerk', 'Lead'][row % 2],
        3000 + row * 10.5,
        '2020-01-02',
        ['Yes', 'No'][row % 2],
      ].join(','),
    )
    const ads = lines('date,campaign,channel,impressions,clicks,conversions,spend', (row) =>
      [
        `2024-01-${String((row % 28) + 1).padStart(2, '0')}`,
        `C${row % 3}`,
        ['mail', 'web'][row % 2],
        1000 + row * 7,
        40 + row,
        row % 9,
        12.5 + row,
      ].join(','),
    )
    const stocks = lines('symbol,date,price', (row) =>
      [`S${row % 4}`, `2024-01-${String((row % 28) + 1).padStart(2, '0')}`, 10.25 + row].join(','),
    )
    expect((await matched(staff))[0]?.pack).toBe('people')
    expect((await matched(ads))[0]?.pack).toBe('marketing')
    expect((await matched(stocks))[0]?.pack).toBe('finance')
  })

  test('leaves alone what is of no domain', async () => {
    const penguins = lines('species,island,bill_length_mm,flipper_length_mm,body_mass_g,sex', (row) =>
      [
        ['Adelie', 'Gentoo'][row % 2],
        'Dream',
        40 + row / 10,
        180 + row,
        3500 + row * 5,
        ['male', 'female'][row % 2],
      ].join(','),
    )
    expect(await matched(penguins)).toEqual([])
  })
})
