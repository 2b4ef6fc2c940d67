import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edgewise } from '../../cli/edgewise.ts'
import { ordersCsv } from '../support/orders.ts'
import { readSvg } from '../support/read-svg.ts'

const folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-chart-'))
const orders = join(folder, 'orders.csv')
writeFileSync(orders, ordersCsv())
const out = (name: string): string => join(folder, name)

async function run(...args: readonly string[]): Promise<{ code: number; out: string; wrong: string }> {
  const [said, wrong]: [string[], string[]] = [[], []]
  const code = await edgewise(args, {
    print: (text) => void said.push(text),
    complain: (text) => void wrong.push(text),
  })
  return { code, out: said.join('\n'), wrong: wrong.join('\n') }
}

const spec = (chart?: object): string =>
  JSON.stringify({
    query: { dimensions: [{ column: 'region' }], measures: [{ aggregate: 'sum', column: 'sales' }] },
    ...(chart ? { chart } : {}),
  })

test('[CH7] a question is drawn as SVG that holds its typeface', async () => {
  const { code, out: said } = await run('chart', orders, 'sales by region', out('a.svg'))
  expect(code).toBe(0)
  expect(said).toContain('Highest: West with')
  const svg = readFileSync(out('a.svg'), 'utf8')
  expect(readSvg(svg.replace(/<style>.*?<\/style>/s, '')).elements.get('title')).toBeGreaterThan(4)
  expect(svg).toContain('>Total sales by region<')
  expect(svg).toContain('src:url(data:font/woff2;base64,')
  expect(svg).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
})

test('[CH6] a chart is drawn as PNG of twice its size', async () => {
  const { code } = await run('chart', orders, spec(), out('a.png'), '--width', '500', '--height', '300')
  expect(code).toBe(0)
  const bytes = readFileSync(out('a.png'))
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1000, 600])
  expect(bytes.length).toBeGreaterThan(5000)
})

test('[CH7] a type is drawn with the Query that it needs', async () => {
  const { out: said } = await run('chart', orders, 'total sales', out('box.svg'), '--type', 'box')
  expect(said).toMatch(/1 box: .*median/)
})

test('[CH5] settings are set by name, and checked by the type’s schema', async () => {
  const upright = await run('chart', orders, spec({ type: 'bar' }), out('up.svg'), '--set', 'direction=upright')
  const lying = await run('chart', orders, spec({ type: 'bar' }), out('lie.svg'), '--set', 'direction=lying')
  expect([upright.code, lying.code]).toEqual([0, 0])
  expect(readFileSync(out('up.svg'), 'utf8')).not.toBe(readFileSync(out('lie.svg'), 'utf8'))
  const wrong = await run('chart', orders, spec({ type: 'bar' }), out('no.svg'), '--set', 'direction=up')
  expect(wrong).toMatchObject({ code: 1, wrong: expect.stringContaining('direction') })
  const unknown = await run('chart', orders, spec({ type: 'bar' }), out('no.svg'), '--set', 'shape=round')
  expect(unknown.wrong).toContain('no setting “shape”. It has: ')
  expect(existsSync(out('no.svg'))).toBe(false)
})

test.each([
  [['sales by region', 'a.pdf'], 'must end in .svg or .png'],
  [['how do I cook rice', 'no.svg'], 'rice'],
  [['{"query":', 'no.svg'], 'no JSON'],
  [['sales by region', 'no.svg', '--type', 'piechart'], 'There are: bar, line'],
  [['sales by region', 'no.svg', '--width', '12'], '--width'],
])('what cannot be drawn is said, and nothing is written: %j', async ([question = '', name = '', ...more], said) => {
  const { code, wrong } = await run('chart', orders, question, out(name), ...more)
  expect(code).toBe(1)
  expect(wrong).toContain(said)
  expect(existsSync(out(name))).toBe(false)
})
