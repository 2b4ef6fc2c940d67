import { describe, expect, test } from 'vitest'
import type { ReadChoices } from '#core/ingest/choices.ts'
import { previewText } from '#core/ingest/csv/preview-text.ts'
import type { TextFindings } from '#core/ingest/ingest-report.ts'
import { pollutions, ordersTable } from '../../support/pollutions.ts'
import { rawRecords } from '../../support/raw-records.ts'
import { seededRandom } from '../../support/random.ts'
import { readText } from '../../support/table-files.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('[C1] what a person chooses is done, whatever the evidence', () => {
  test.each<[string, string, ReadChoices, string[][]]>([
    [
      'the delimiter',
      'a,b;c\n1,2;3\n',
      { delimiter: ';' },
      [
        ['a,b', 'c'],
        ['1,2', '3'],
      ],
    ],
    [
      'a delimiter of several characters',
      'a<>b\n1<>2\n',
      { delimiter: '<>' },
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no quotes',
      'a,b\n"1,2"\n',
      { quote: '' },
      [
        ['a', 'b'],
        ['"1', '2"'],
      ],
    ],
    [
      'single quotes',
      "a,b\n'1,2',\"3\n",
      { quote: "'" },
      [
        ['a', 'b'],
        ['1,2', '"3'],
      ],
    ],
    [
      'doubled quotes',
      'a,b\n"x""y",z\n',
      { escape: 'doubled' },
      [
        ['a', 'b'],
        ['x"y', 'z'],
      ],
    ],
    [
      'backslashes',
      'a,b\n"x\\",y",z\n',
      { escape: 'backslash' },
      [
        ['a', 'b'],
        ['x",y', 'z'],
      ],
    ],
    [
      'comments',
      'a,b\n;1,2\n3,4\n',
      { comment: ';' },
      [
        ['a', 'b'],
        ['3', '4'],
      ],
    ],
    [
      'no comments',
      '# x\na,b\n1,2\n# y\n',
      { comment: '', skippedLines: 1 },
      [
        ['a', 'b'],
        ['1', '2'],
        ['# y', ''],
      ],
    ],
    [
      'lines to skip',
      'a,b\nc,d\n1,2\n',
      { skippedLines: 1 },
      [
        ['c', 'd'],
        ['1', '2'],
      ],
    ],
    ['no header', 'a,b\n1,2\n', { headerRows: 0 }, [[], ['a', 'b'], ['1', '2']]],
    [
      'a header of values',
      '1,2\n3,4\n',
      { headerRows: 1 },
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'three header rows',
      'a,\nb,c\n1,2\n3,4\n',
      { headerRows: 3 },
      [
        ['a b 1', 'a c 2'],
        ['3', '4'],
      ],
    ],
  ])('%s', async (_, text, choices, expected) => {
    const { records, report } = await rawRecords(text, choices)
    expect(records).toEqual(expected)
    for (const key of Object.keys(choices) as (keyof ReadChoices & keyof TextFindings)[])
      expect(report.found?.[key]).toEqual({ value: choices[key], why: 'You chose this.' })
  })

  test('an encoding that is not known is said to be none', async () => {
    const { report } = await readText('a,b\n1,2\n', { choices: { encoding: 'ebcdic' } })
    expect(report.found?.encoding).toEqual({ value: 'utf-8', why: '“ebcdic” cannot be read; UTF-8 was found instead.' })
  })

  test.each(pollutions)('[C2] what was found, chosen again, gives the same table: $says', async ({ make }) => {
    const random = seededRandom(7)
    const { text } = make(ordersTable(40, random), random)
    const { records, report } = await rawRecords(text)
    const { found } = report
    if (found === undefined) throw new Error('Text has findings')
    const choices: ReadChoices = {
      encoding: found.encoding.value,
      delimiter: found.delimiter.value,
      quote: found.quote.value,
      escape: found.escape.value,
      comment: found.comment.value,
      skippedLines: found.skippedLines.value,
      headerRows: found.headerRows.value,
      table: found.table.value,
    }
    expect((await rawRecords(text, choices)).records).toEqual(records)
  })
})

describe('a preview', () => {
  test('[C3] shows every line of the beginning with what it is', () => {
    const text = 'A title\n\n# hand-made\na,b,c\n1,2,3\n4,5\n6,7,8\n9,10,11\nTotal,24,22\n'
    const { found, names, records } = previewText(bytesOf(text), true)
    expect(names).toEqual(['a', 'b', 'c'])
    expect(found.skippedLines.value).toBe(3)
    expect(records.map(({ line, part, cells }) => `${line} ${part}: ${cells.join('|')}`)).toEqual([
      '1 skipped: A title',
      '3 skipped: # hand-made',
      '4 header: a|b|c',
      '5 row: 1|2|3',
      '6 row: 4|5',
      '7 row: 6|7|8',
      '8 row: 9|10|11',
      '9 footer: Total|24|22',
    ])
  })

  test.each(pollutions)('[C3] says what reading the file says: $says', async ({ make }) => {
    const random = seededRandom(11)
    const { text } = make(ordersTable(40, random), random)
    const { report } = await rawRecords(text)
    const { found, records } = previewText(bytesOf(text), true, { atMost: 1000 })
    expect(found).toEqual(report.found)
    expect(records.filter(({ part }) => part === 'row')).toHaveLength(report.rowsRead)
  })

  test('[C3] shows no line of nothing but delimiters as a row', () => {
    const { records } = previewText(bytesOf('a,b\n1,x\n,\n2,y\n"",\n3,z\n4,w\n'), true)
    expect(records.map(({ line, part }) => `${line} ${part}`)).toEqual([
      '1 header',
      '2 row',
      '4 row',
      '5 row',
      '6 row',
      '7 row',
    ])
  })

  test('[C3] follows the choices, and is of the beginning alone', () => {
    const head = bytesOf('a;b,c\n1;2,3\n'.repeat(20_000))
    const { names, records } = previewText(head, false, { choices: { delimiter: ';', headerRows: 0 }, atMost: 5 })
    expect(names).toEqual(['Column 1', 'Column 2'])
    expect(records.map(({ part, cells }) => [part, ...cells])[0]).toEqual(['row', 'a', 'b,c'])
    expect(records).toHaveLength(5)
  })
})
