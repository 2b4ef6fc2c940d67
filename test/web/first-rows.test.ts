import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { firstRows } from '#web/engine/first-rows.ts'

const lines = (line: string): string => `${line}\n`.repeat(Math.ceil(1_600_000 / (line.length + 1)))

describe('the first rows of a file', () => {
  test('are whole lines of a long text file', async () => {
    for (const [name, line] of [
      ['a.csv', 'North,12'],
      ['a.ndjson', '{"region":"North","amount":12}'],
    ] as const) {
      const text = lines(line)
      const first = await (await firstRows(name, new Blob([text])))?.text()
      expect(first?.endsWith(`${line}\n`)).toBe(true)
      expect(text.startsWith(first ?? 'x')).toBe(true)
      expect(first?.length).toBeLessThan(200_000)
    }
  })

  test.each([
    ['a short file', 'a.csv', 'a,b\n1,2\n'],
    ['a list, which is none without its end', 'a.json', `[${lines('{"a":1},')}{"a":1}]`],
    [
      'a packed file',
      'a.csv.gz',
      new Uint8Array(gzipSync(Buffer.from(Array.from({ length: 500_000 }, (_, at) => `${Math.sin(at)}`).join('\n')))),
    ],
    ['wide characters', 'a.csv', new Uint8Array(Buffer.from(lines('North,12'), 'utf16le'))],
    ['one endless line', 'a.csv', 'x'.repeat(2_000_000)],
  ])('are not taken of %s', async (_, name, content) => {
    expect(await firstRows(name, new Blob([content]))).toBeNull()
  })
})
