import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edgewise } from '../../cli/edgewise.ts'
import { airPassengers } from '../support/air-passengers.ts'

const folder = mkdtempSync(join(tmpdir(), 'edgewise-cli-series-'))
const monthOf = (at: number): string => new Date(Date.UTC(1949, at, 1)).toISOString().slice(0, 10)

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const monthly = [...airPassengers].flatMap((value, at) => [
  `air,${monthOf(at)},${value}`,
  `half,${monthOf(at)},${value / 2}`,
])
const passengers = write('passengers.csv', ['line,month,passengers', ...monthly])

async function run(...args: readonly string[]): Promise<{ code: number; out: string; wrong: string }> {
  const [out, wrong]: [string[], string[]] = [[], []]
  const code = await edgewise(args, { print: (line) => void out.push(line), complain: (line) => void wrong.push(line) })
  return { code, out: out.join('\n'), wrong: wrong.join('\n') }
}

test('forecast writes every series in long form, and says how good each is', async () => {
  const target = join(folder, 'ahead.csv')
  const columns = ['--series', 'line', '--time', 'month', '--value', 'passengers']
  const { code, out } = await run('forecast', passengers, ...columns, '--horizon', '3', '--out', target)
  expect(code).toBe(0)
  expect(out).toMatch(/^air: .*season of 12 steps; \d+ % less wrong than repeating the last season\.$/m)
  const lines = readFileSync(target, 'utf8').trim().split('\n')
  expect(lines[0]).toBe('series,time,forecast,lo80,hi80,lo95,hi95')
  expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
    'air 1961-01-01',
    'air 1961-02-01',
    'air 1961-03-01',
    'half 1961-01-01',
    'half 1961-02-01',
    'half 1961-03-01',
  ])
})

test('forecast says which column is missing, and which horizon is none', async () => {
  expect((await run('forecast', passengers, '--time', 'moon', '--value', 'passengers')).wrong).toMatch(
    /no column “moon”/,
  )
  const columns = ['--time', 'month', '--value', 'passengers']
  expect((await run('forecast', passengers, ...columns, '--horizon', 'soon')).wrong).toMatch(/“soon” is no number/)
  expect((await run('forecast', passengers, ...columns)).out).toMatch(/more than one value at 1949-01-01/)
  expect((await run('forecast', passengers, '--time', 'month', '--value', 'line')).wrong).toMatch(/“line” holds text/)
})

test('anomalies writes every value with its score and range, and prints the odd ones', async () => {
  const hours = Array.from({ length: 480 }, (_, at) => {
    const usual = 50 + 20 * Math.sin((2 * Math.PI * at) / 24) + ((at * 37) % 11) / 10
    return `${new Date(Date.UTC(2024, 0, 1, at)).toISOString()},${at === 200 ? 200 : usual.toFixed(2)}`
  })
  const source = write('load.csv', ['at,load', ...hours])
  const target = join(folder, 'odd.csv')
  const { code, out } = await run('anomalies', source, '--time', 'at', '--value', 'load', '--out', target)
  expect(code).toBe(0)
  expect(out).toMatch(/^2024-01-09 08:00:00: 200, where /m)
  const lines = readFileSync(target, 'utf8').trim().split('\n')
  expect(lines).toHaveLength(481)
  expect(lines[0]).toBe('time,score,isAnomaly,low,high')
  expect(lines.filter((line) => line.includes(',true,'))).toHaveLength(1)
})
