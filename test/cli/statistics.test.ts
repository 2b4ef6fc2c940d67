import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edgewise } from '../../cli/edgewise.ts'

const folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-statistics-'))
const path = join(folder, 'staff.csv')
const teams = ['Ops', 'Sales', 'Research']
const lines = Array.from({ length: 90 }, (_, row) => {
  const team = teams[row % 3] ?? ''
  const pay = 3000 + (team === 'Research' ? 900 : 0) + ((row * 37) % 100)
  return `${row + 1},${team},${pay}.5`
})
writeFileSync(path, `${['number,team,pay', ...lines].join('\n')}\n`)

async function run(...args: readonly string[]): Promise<{ code: number; out: string; wrong: string }> {
  const [out, wrong]: [string[], string[]] = [[], []]
  const code = await edgewise(args, { print: (line) => void out.push(line), complain: (line) => void wrong.push(line) })
  return { code, out: out.join('\n'), wrong: wrong.join('\n') }
}

describe('stats', () => {
  test('computes what a column is, and a test of groups, with every digit as JSON', async () => {
    const described = await run('stats', path, 'describe', 'pay', '--json')
    expect(JSON.parse(described.out)).toMatchObject([{ 'count of pay': 90, 'min of pay': 3000.5 }])
    const groups = JSON.parse((await run('stats', path, 'several-groups', 'pay,team', '--json')).out)
    expect(groups).toMatchObject([{ Groups: 3, Highest: 'Research', n: 90 }])
    const plain = JSON.parse((await run('stats', path, 'anova', 'pay,team', '--json')).out)
    expect(plain[0].statistic).toBeCloseTo(groups[0].F, 9)
  })

  test('names the tests there are, and the column that is missing', async () => {
    expect((await run('stats', path, 'magic', 'pay')).wrong).toMatch(/“magic” is none of describe, pearson, /)
    expect((await run('stats', path, 'describe', 'height')).wrong).toMatch(/height/)
  })
})

describe('insights', () => {
  test('tells what stands out, and how much was looked at', async () => {
    const { code, out } = await run('insights', path)
    expect(code).toBe(0)
    expect(out).toMatch(/^The average pay is higher where team is Research: 3,9\d\d/m)
    expect(out).toMatch(/^\d+ things were looked at; at most 1 in 20 of these sentences is chance\.$/m)
  })

  test('gives kind, effect, numbers and Query as JSON', async () => {
    const found = JSON.parse((await run('insights', path, '--json')).out)
    expect(found.looked).toBeGreaterThan(0)
    expect(found.insights[0]).toMatchObject({
      kind: 'difference',
      numbers: { Research: expect.any(Number), elsewhere: expect.any(Number) },
      query: { dimensions: [{ column: 'team' }] },
    })
    expect(found.insights[0].q).toBeLessThan(0.05)
  })
})

describe('why', () => {
  const sales = join(folder, 'sales.csv')
  const days = Array.from({ length: 2400 }, (_, at) => {
    const month = at % 12
    const region = ['North', 'South', 'East', 'West'][Math.floor(at / 12) % 4] ?? ''
    const isLost = month === 8 && region === 'West' && Math.floor(at / 48) % 5 > 0
    const day = new Date(Date.UTC(2024, month, 1 + ((at * 7) % 28))).toISOString().slice(0, 10)
    return isLost
      ? []
      : [`${day},${region},${['Tea', 'Cocoa', 'Maté'][Math.floor(at / 48) % 3]},${90 + ((at * 13) % 21)}.25`]
  })
  writeFileSync(sales, `${['date,region,product,revenue', ...days.flat()].join('\n')}\n`)

  test('names the change, the group that moved, and how', async () => {
    const { code, out } = await run('why', sales, 'why did revenue fall in September 2024')
    expect(code).toBe(0)
    expect(out).toMatch(/^Total revenue fell: from [\d,.]+ in Aug 2024 to [\d,.]+ in Sep 2024 \(−\d/m)
    expect(out).toMatch(/By region, West moved most for its size: −[\d,.]+.*mostly by fewer rows\./)
  })

  test('gives parts that add up as JSON', async () => {
    const found = JSON.parse(
      (await run('why', sales, 'why did revenue drop from August to September 2024', '--json')).out,
    )
    for (const { parts } of found.drivers) {
      const whole = parts.reduce((sum: number, { total }: { total: number }) => sum + total, 0)
      expect(whole).toBeCloseTo(found.change, 6)
    }
  })

  test('says what is missing in a question that names no change', async () => {
    expect((await run('why', sales, 'why is the sky blue')).wrong).toMatch(/does not say which change/)
  })
})
