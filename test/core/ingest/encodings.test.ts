import { describe, expect, test } from 'vitest'
import { fileOf, readTable } from '../../support/table-files.ts'

const text = 'name,city\nZoë,München\nŁukasz,Kraków\n中村,東京\n😀,café\n'
const western = 'name,city\nZoë,München\nJosé,“Málaga” €5\n'

function utf16(content: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: content.length }, (_, at) => content.charCodeAt(at)),
  ]
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

const upper = new Map([
  ['€', 0x80],
  ['“', 0x93],
  ['”', 0x94],
])
const windows1252 = (content: string): Uint8Array =>
  Uint8Array.from([...content], (letter) => upper.get(letter) ?? letter.charCodeAt(0))
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content)
const ascii = 'id,text\n' + Array.from({ length: 40_000 }, (_, row) => `${row},plain words\n`).join('')

describe('text is read in the encoding it is written in', () => {
  test.each([
    ['[E2] UTF-8', utf8(text), 'UTF-8', text],
    ['[E1] UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text)), 'UTF-8', text],
    ['[E1] UTF-16 LE with a mark', utf16(text, false, true), 'UTF-16 LE', text],
    ['[E1] UTF-16 BE with a mark', utf16(text, true, true), 'UTF-16 BE', text],
    ['[E1] UTF-16 LE without a mark', utf16(western, false, false), 'UTF-16 LE', western],
    ['[E1] UTF-16 BE without a mark', utf16(western, true, false), 'UTF-16 BE', western],
    ['[E2] Windows-1252', windows1252(western), 'Windows-1252', western],
  ])('%s', async (_, bytes, encoding, content) => {
    const expected = content
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    for (const chunkSize of [1, 3, 7, 1 << 16]) {
      const { rows, report } = await readTable(fileOf('a.csv', bytes, chunkSize))
      expect(report.encoding).toBe(encoding)
      expect(rows.map((row) => Object.values(row))).toEqual(expected)
    }
  })

  test('[E4] the report says which was taken and why, with an example', async () => {
    const { report } = await readTable(fileOf('a.csv', windows1252(western)))
    const why = 'Some bytes are not UTF-8; as Windows-1252 they make most sense, such as “Zoë”.'
    expect(report.found?.encoding).toEqual({ value: 'windows-1252', why })
    expect(report.notes).toContain(why)
  })

  test('[E5] control characters in UTF-8 are the signs of Windows-1252 that they once were', async () => {
    const { rows, report } = await readTable(
      fileOf('a.csv', utf8('a,b\nd\u0092Angludet,x\n1990\u00961994,\u00e9\n'), 3),
    )
    expect(rows).toEqual([
      { a: 'd’Angludet', b: 'x' },
      { a: '1990–1994', b: 'é' },
    ])
    expect(report.notes.join()).toContain('2 control characters were read as')
  })

  test('[E2] a character beyond the first 256 KB decides as well as one before', async () => {
    const { rows, report } = await readTable(fileOf('a.csv', windows1252(`${ascii}99,Málaga\n`)))
    expect(report.encoding).toBe('Windows-1252')
    expect(rows.at(-1)).toEqual({ id: 99, text: 'Málaga' })
  })

  test('[E2] a few broken bytes in UTF-8 become U+FFFD, and the rest stays', async () => {
    const bytes = utf8(`${text}x,y\n`)
    bytes[bytes.length - 4] = 0xff
    const { rows, report } = await readTable(fileOf('a.csv', bytes))
    expect(report.encoding).toBe('UTF-8 with broken characters')
    expect(report.notes.join()).toContain('broken')
    expect(rows.map((row) => row['city'])).toEqual(['München', 'Kraków', '東京', 'café', 'y'])
    expect(rows.at(-1)?.['name']).toBe('\uFFFD')
  })

  test('[E3] NUL characters are left out and counted', async () => {
    const { rows, report } = await readTable(fileOf('a.csv', 'a,b\n1,x\u0000y\n\u00002,z\n3,w\n'))
    expect(rows).toEqual([
      { a: 1, b: 'xy' },
      { a: 2, b: 'z' },
      { a: 3, b: 'w' },
    ])
    expect(report.notes).toContain('2 NUL characters were left out.')
  })

  test('half a surrogate pair becomes U+FFFD', async () => {
    const units = Uint16Array.from([0xfeff, ...[...'a,b\nx,'].map((letter) => letter.charCodeAt(0)), 0xd83d, 10])
    const { rows } = await readTable(fileOf('a.csv', new Uint8Array(units.buffer)))
    expect(rows).toEqual([{ a: 'x', b: '\uFFFD' }])
  })
})
