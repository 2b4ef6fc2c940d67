import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commands } from '../../cli/commands/registry.ts'
import { edgewise } from '../../cli/edgewise.ts'
import { loadLocal } from '../../cli/load-local.ts'
import type { Command } from '../../cli/command.ts'
import { root } from '../support/source-files.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewise-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const written = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const program = join(root, 'cli/edgewise.mjs')

type Run = { readonly code: number; readonly out: string; readonly err: string }

async function run(...args: string[]): Promise<Run> {
  const [out, err]: [string[], string[]] = [[], []]
  const code = await edgewise(args, { print: (line) => out.push(line), complain: (line) => err.push(line) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

const messy = 'id,price,when,note\n1,"$1,234.50",31/1/2020,"a, b"\n2,$5,1/2/2020,"say ""hi"""\n'

describe('convert', () => {
  test('writes what was understood as CSV', async () => {
    const target = join(folder, 'typed.csv')
    const { code, out, err } = await run('convert', written('messy.csv', messy), target)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('2 rows (UTF-8, comma-delimited, with header)')
    expect(readFileSync(target, 'utf8')).toBe(
      'id,price,when,note\n1,1234.5,2020-01-31,"a, b"\n2,5,2020-02-01,"say ""hi"""\n',
    )
  })

  test('is exact, and with --safe runs nothing in a spreadsheet', async () => {
    const file = written('formulas.csv', '@name,amount\n=1+1,-5\nAda,-7\n')
    const [exact, safe] = ['exact.csv', 'safe.csv'].map((name) => join(folder, name)) as [string, string]
    await run('convert', file, exact)
    await run('convert', file, safe, '--safe')
    expect(readFileSync(exact, 'utf8')).toBe('@name,amount\n=1+1,-5\nAda,-7\n')
    expect(readFileSync(safe, 'utf8')).toBe("'@name,amount\n'=1+1,-5\nAda,-7\n")
    await run('clean', file, safe, '--safe')
    expect(readFileSync(safe, 'utf8')).toBe("'@name,amount\n'=1+1,-5\nAda,-7\n")
    await run('convert', file, safe, '--safe', '--raw')
    expect(readFileSync(safe, 'utf8')).toBe("'@name,amount\n'=1+1,-5\nAda,-7\n")
  })

  test.each(['constructor', '__proto__', 'toString'])(
    'reads, converts and asks a file of columns called %s',
    async (name) => {
      const target = join(folder, 'inherited.csv')
      const file = written('inherited-names.csv', `${name},n\n${name},1\nb,2\n`)
      expect(await run('convert', file, target)).toMatchObject({ code: 0, err: '' })
      expect(readFileSync(target, 'utf8')).toBe(`${name},n\n${name},1\nb,2\n`)
      for (const args of [
        ['profile', file, '--json'],
        ['ask', file, 'total n', '--json'],
        ['clean', file, target],
      ])
        expect((await run(...args)).code, args[0]).toBe(0)
      expect((await run(name, file)).code).toBeGreaterThan(0)
    },
  )

  test('--raw writes every cell as it was read', async () => {
    const target = join(folder, 'raw.csv')
    await run('convert', written('dup.csv', 'a;a;\n007;NA;x\n1,5;;y\n'), target, '--raw')
    expect(readFileSync(target, 'utf8')).toBe('a,a,\n007,NA,x\n"1,5",,y\n')
  })

  test('[R7] [R9] --raw names each column of a group, and keeps totals as rows', async () => {
    const target = join(folder, 'groups.csv')
    const text = 'Day,Travel,,Total\n,Rail,Taxi,\n1 May,10,5,15\n2 May,20,6,26\n3 May,30,7,37\n,,,\nTotal,60,18,78\n'
    await run('convert', written('trips.csv', text), target, '--raw')
    expect(readFileSync(target, 'utf8')).toBe(
      'Day,Travel Rail,Travel Taxi,Total\n1 May,10,5,15\n2 May,20,6,26\n3 May,30,7,37\nTotal,60,18,78\n',
    )
  })

  test('--raw writes surplus cells too, and names where there are none', async () => {
    const target = join(folder, 'surplus.csv')
    await run('convert', written('ragged.csv', 'a,b\nx,y\nx,y,surplus\nx,y\n'), target, '--raw')
    expect(readFileSync(target, 'utf8')).toBe('a,b\nx,y\nx,y,surplus\nx,y\n')
    await run('convert', written('bare.csv', '1,2\n3,4\n'), target, '--raw')
    expect(readFileSync(target, 'utf8')).toBe('col_0,col_1\n1,2\n3,4\n')
  })

  test('[R4, R9] says all that reading found: odd rows, lines left out, notes', async () => {
    const rows = Array.from({ length: 6 }, (_, row) => `row ${row},${row},x\n`).join('')
    const source = written('said.csv', `Stock,,\nname,count,kind\n${rows}wide,1,x,beyond\n\nSource: counted by hand\n`)
    const { out } = await run('convert', source, join(folder, 'said-out.csv'))
    expect(out).toContain('1 row has more or fewer cells than the header')
    expect(out).toContain('line 9, 4 cells: wide,1,x,beyond')
    expect(out).toContain('1 line above the table, 1 line of notes or totals below the table')
    expect(out).toContain('line 1, skipped: Stock')
    expect(out).toContain('line 11, footer: Source: counted by hand')
    expect((await run('profile', source)).out).toContain('line 11, footer: Source: counted by hand')
  })

  test('[J4] never says that a damaged line was kept', async () => {
    const { out } = await run('convert', written('torn.ndjson', '{"a":1}\n{"a":\n{"a":3}\n'), join(folder, 'torn.csv'))
    expect(out).toContain('1 line was damaged and could not be read; no row stands for it.')
    expect(out).not.toContain('kept')
  })

  test('reads as it is told to', async () => {
    const [source, target] = [written('two.txt', 'x\na\tb,c\nd\te,f\n'), join(folder, 'told.csv')]
    const told = ['--delimiter', 'tab', '--skip', '1', '--header-rows', '0', '--raw']
    expect((await run('convert', source, target, ...told)).code).toBe(0)
    expect(readFileSync(target, 'utf8')).toBe('col_0,col_1\na,"b,c"\nd,"e,f"\n')
    expect((await run('convert', source, target, '--skip', 'some')).err).toContain('--skip')
    expect((await run('convert', source, target, '--encoding', 'ebcdic')).err).toContain('windows-1252')
  })

  test('cells that did not fit keep their text', async () => {
    const numbers = Array.from({ length: 200 }, (_, row) => String(row)).join('\n')
    const target = join(folder, 'odd.csv')
    await run('convert', written('odd-in.csv', `n\n${numbers}\nunclear\n`), target)
    expect(readFileSync(target, 'utf8').split('\n').slice(-3)).toEqual(['199', 'unclear', ''])
  })

  test('writes Parquet that reads back', async () => {
    const target = join(folder, 'out.parquet')
    expect((await run('convert', written('messy.csv', messy), target)).code).toBe(0)
    expect(readFileSync(target).subarray(0, 4).toString()).toBe('PAR1')
  })

  test('a header alone converts to a header alone', async () => {
    const target = join(folder, 'header.csv')
    expect((await run('convert', written('h.csv', 'a,b\n'), target)).code).toBe(0)
    expect(readFileSync(target, 'utf8')).toBe('a,b\n')
  })
})

describe('profile', () => {
  test('prints a table for people', async () => {
    const { code, out } = await run('profile', written('messy.csv', messy))
    expect(code).toBe(0)
    expect(out).toContain('2 rows, 4 columns (UTF-8, comma-delimited, with header)')
    expect(out).toMatch(/price +decimal \$ +0 +0 +2 /)
    expect(out).toMatch(/when +date +0 +0 +2 .*2020-01-31 … 2020-02-01/)
  })

  test('--json prints the whole profile', async () => {
    const { out } = await run('profile', written('messy.csv', messy), '--json')
    expect(JSON.parse(out)).toMatchObject({
      rows: 2,
      columns: [{ name: 'id', type: 'integer' }, { name: 'price', unit: '$' }, {}, {}],
    })
  })
})

describe('calls', () => {
  test.each([
    ['no command', [], 2],
    ['--help', ['--help'], 0],
    ['--version', ['--version'], 0],
    ['an unknown command', ['frobnicate'], 2],
    ['a name every object has', ['toString'], 2],
    ['a missing file name', ['profile'], 2],
    ['too many arguments', ['profile', 'a', 'b'], 2],
    ['an unknown option', ['profile', 'a', '--colour'], 2],
    ['a file that is not there', ['profile', '/nowhere/a.csv'], 1],
    ['an output of no known kind', ['convert', 'a.csv', 'a.xyz'], 1],
  ] as const)('%s ends with the right code and says why', async (_, args, code) => {
    const result = await run(...args)
    expect(result.code).toBe(code)
    expect(code === 0 || args.length === 0 ? result.out : result.err).not.toBe('')
  })

  test.each([
    ['empty.csv', '', 'empty.csv is empty.'],
    ['picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'picture.csv is a PNG image'],
    ['header.csv', 'a,b\n', 'header.csv has a header but no rows.'],
  ])('%s gets its sentence on standard error', async (name, content, sentence) => {
    const { code, out, err } = await run('profile', written(name, content))
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(sentence)
  })

  test.each(Object.entries<Command>(commands))('%s explains itself', async (name, command) => {
    const { code, out } = await run(name, '--help')
    expect(code).toBe(0)
    expect(out).toContain(command.summary)
    expect(command.example.startsWith(`edgewise ${name} `)).toBe(true)
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
  })

  test('ends quietly where its reader closes the pipe', { timeout: 60_000 }, () => {
    const wide = Array.from({ length: 1200 }, (_, at) => `column ${at}`).join(',')
    const path = written('wide.csv', `${wide}\n${wide.replaceAll('column ', '')}\n`)
    const piped = `"${process.execPath}" "${program}" profile "${path}" | head -1`
    const { stdout, stderr } = spawnSync('sh', ['-c', piped], { encoding: 'utf8' })
    expect({ lines: stdout.trim().split('\n').length, stderr }).toEqual({ lines: 1, stderr: '' })
  })

  test('the program itself runs and passes its exit code on', { timeout: 30_000 }, () => {
    const good = spawnSync(process.execPath, [program, 'profile', written('messy.csv', messy)], { encoding: 'utf8' })
    expect([good.status, good.stderr]).toEqual([0, ''])
    const bad = spawnSync(process.execPath, [program, 'profile', join(folder, 'absent.csv')], { encoding: 'utf8' })
    expect(bad.status).toBe(1)
    expect(bad.stderr).toContain('There is no file at')
  })
})

test('a local file loads into a source that queries can read', async () => {
  const loaded = await loadLocal(written('messy.csv', messy))
  if (!loaded.ok) throw new Error(loaded.error.message)
  const { source, fields, profile } = loaded.value
  expect(source.fields).toEqual(fields)
  expect(profile.rows).toBe(2)
  const table = await source.read(0, ['price'])
  expect(table.columns[0]).toMatchObject({ name: 'price', values: Float64Array.of(1234.5, 5) })
})
