import { describe, expect, test } from 'vitest'
import { stepIds } from '#core/clean/registry.ts'
import type { ColumnProfile, NumberProfile } from '#core/profile/profile.ts'
import { qualityOf } from '#core/profile/quality/quality.ts'
import { boxOf } from '#web/features/dataset/column/box.ts'
import { figureGroups } from '#web/features/dataset/column/figures.ts'
import { leanInWords, memoryInWords, tailsInWords } from '#web/features/dataset/column/shape-words.ts'
import { plain } from '#web/features/dataset/column/spell.ts'
import { filterOfBar, filterOfValue } from '#web/features/dataset/column/row-filters.ts'
import {
  coverageInWords,
  domainInWords,
  duplicatesInWords,
  gapInWords,
  keyInWords,
} from '#web/features/dataset/glance/glance-words.ts'
import { emptyColumns } from '#web/features/dataset/glance/empty-columns.ts'
import { readAsked } from '#web/features/dataset/grid/asked.ts'
import { kindsIn, sureness } from '#web/features/dataset/known-kinds.ts'
import { createLinks } from '#web/features/dataset/links.ts'
import {
  pointsInWords,
  qualityInWords,
  stepWords,
  verdictOf,
  worstFirst,
} from '#web/features/dataset/quality/quality-words.ts'
import { pairGrid, waysOf } from '#web/features/dataset/together/pair-grid.ts'
import { profileOfText } from '../support/profile-text.ts'

const lines = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

describe('the quality of data', () => {
  const withGaps = profileOfText(
    `id,city,mail\n${lines(40, (at) => `${at},${at % 4 === 0 ? '' : 'Oslo'},a${at}@b.org`)}\n`,
  )

  test('is told part by part, and what lost most points comes first', async () => {
    const quality = qualityOf({ profile: await withGaps, now: null, arrivedAt: null })
    const [first] = worstFirst(quality)
    expect(first).toMatchObject({ column: 'city', step: 'fill-missing' })
    expect(verdictOf(quality)).toBe('Most is lost on completeness.')
    for (const part of quality.parts) expect(qualityInWords(quality)).toContain(`${part.title} ${pointsInWords(part)}`)
  })

  test('without a fault is said to be so', async () => {
    const quality = qualityOf({
      profile: await profileOfText(`id\n${lines(30, String)}\n`),
      now: null,
      arrivedAt: null,
    })
    expect(verdictOf(quality)).toMatch(/^Nothing to put right/)
    expect(worstFirst(quality)).toEqual([])
  })

  test('leads to no cleaning step that there is not', () =>
    expect(stepIds).toEqual(expect.arrayContaining(Object.keys(stepWords))))

  test('kinds and personal data are known of every column', async () => {
    const kinds = kindsIn(await withGaps)
    expect(kinds.get('mail')).toMatchObject({ title: 'e-mail address', isPersonal: true })
    expect(kinds.get('city')?.isPersonal).toBe(false)
    expect([sureness(0.95), sureness(0.7), sureness(0.3)]).toEqual(['sure', 'likely', 'perhaps'])
  })
})

describe('a table at a glance', () => {
  const labelOf = (name: string): string => name.toUpperCase()
  const key = { columns: ['a'], repeated: 0, nulls: 0, exact: true }

  test.each([
    [keyInWords(key, labelOf), 'A tells every row apart.'],
    [keyInWords({ ...key, columns: ['a', 'b'] }, labelOf), 'A and B together tell every row apart.'],
    [
      keyInWords({ ...key, repeated: 1, nulls: 2, exact: false }, labelOf),
      'A tells rows apart but for 1 row that repeats an earlier one and 2 rows without a value, as far as a sample of the rows shows.',
    ],
    [duplicatesInWords({ rows: 0, exact: true, examples: [] }, 5), 'No row repeats another.'],
    [duplicatesInWords({ rows: 1, exact: true, examples: [] }, 4), '1 row (25 %) repeats another in every cell.'],
    [
      coverageInWords({ grain: 'day', weekdaysOnly: true, expected: 10, missing: 2, gaps: [] }),
      'By day: 8 of 10 days hold rows. Weekends are not expected: no row falls on one.',
    ],
    [
      coverageInWords({ grain: 'month', weekdaysOnly: false, expected: 3, missing: 0, gaps: [] }),
      'By month: each of 3 months holds rows.',
    ],
    [gapInWords({ from: 0, to: 86_400_000, periods: 2 }, 'day'), '2 days without a row: 1 Jan 1970 to 2 Jan 1970'],
    [gapInWords({ from: 0, to: 0, periods: 1 }, 'month'), '1 month without a row: Jan 1970'],
    [domainInWords({ id: 'x', title: 'Retail sales', score: 0.4, evidence: [] }), 'Probably retail sales'],
  ])('says “%s”', (said, expected) => expect(said).toBe(expected))

  test('columns that are empty in most rows come first', () => {
    const patterns = [
      { columns: ['a'], rows: 3 },
      { columns: ['a', 'b'], rows: 2 },
      { columns: ['c'], rows: 4 },
      { columns: [], rows: 90 },
    ]
    expect(emptyColumns(patterns)).toEqual(['a', 'c', 'b'])
  })
})

describe('what moves together', () => {
  test('is found whichever way round it is asked for', () => {
    const { names, at } = pairGrid([{ a: 'x', b: 'y', value: -0.5 }])
    expect(names).toEqual(['x', 'y'])
    expect([at('x', 'y'), at('y', 'x'), at('x', 'x'), at('x', 'z')]).toEqual([-0.5, -0.5, 1, null])
  })

  test('of many columns shows those that go together most, in their order', () => {
    const pairs = Array.from({ length: 40 }, (_, at) => ({ a: `c${at}`, b: `c${at + 1}`, value: at / 40 }))
    const { names, left } = pairGrid(pairs)
    expect([names.at(-1), names.length + left]).toEqual(['c40', 41])
    expect(names.every((name) => Number(name.slice(1)) > 20)).toBe(true)
  })

  test('offers only the measures that there are figures for', async () => {
    const numbers = await profileOfText(`a,b\n${lines(60, (at) => `${at},${at * at}`)}\n`)
    expect(waysOf(numbers).map(({ id }) => id)).toEqual(['pearson', 'spearman'])
    expect(waysOf({ ...numbers, table: undefined }).map(({ id }) => id)).toEqual(['pearson'])
  })
})

describe('one column', () => {
  const skewed = profileOfText(`price\n${lines(60, (at) => (at === 59 ? '5000' : String(at + 1)))}\n`)
  const numbersOf = (column: ColumnProfile | undefined): NumberProfile => {
    if (!column?.numbers) throw new Error('The column should hold numbers.')
    return column.numbers
  }

  test('is drawn as a box whose parts stand in order, with what is far out as dots', async () => {
    const { columns } = await skewed
    const box = boxOf(numbersOf(columns[0]))
    const { whiskers, box: middle, median, dots } = box ?? { whiskers: [], box: [], median: 0, dots: [] }
    const inOrder = [whiskers[0], middle[0], median, middle[1], whiskers[1]]
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => Number(a) - Number(b)))
    expect(dots).toEqual([{ at: 100, row: 59, value: 5000 }])
    expect([box?.from, box?.beyond]).toEqual([1, 1])
    expect(box?.to).toBeLessThan(5000)
    expect(boxOf({ ...numbersOf(columns[0]), min: 4, max: 4 })).toBe(null)
  })

  test('has no figure without a plain explanation, and no two of a name in a group', async () => {
    const { columns, rows } = await profileOfText(
      `n,t,d,b\n${lines(30, (at) => `${at * at},t${at},2024-01-0${(at % 9) + 1},${at % 2 === 0}`)}\n`,
    )
    for (const column of columns)
      for (const { figures } of figureGroups(column, rows, plain)) {
        expect(figures.every(({ meaning, value }) => meaning.endsWith('.') && value !== '')).toBe(true)
        expect(new Set(figures.map(({ name }) => name)).size).toBe(figures.length)
      }
    const names = columns.map((column) => figureGroups(column, rows, plain).map(({ title }) => title))
    expect(names).toEqual([
      ['Values', 'Middle', 'From least to most', 'Shape'],
      ['Values', 'Text'],
      ['Values', 'From first to last'],
      ['Values'],
    ])
  })

  test('measured by an earlier version lacks parts and is shown without them', async () => {
    const { columns, rows } = await skewed
    const old = columns.map((column) => ({
      ...column,
      numbers: { ...numbersOf(column), shape: undefined, outliers: undefined },
    }))
    expect(old.flatMap((column) => figureGroups(column, rows, plain).map(({ title }) => title))).not.toContain('Shape')
    expect(boxOf(numbersOf(old[0]))?.dots).toEqual([])
  })

  test('a lean, its tails and its memory are put in words', () => {
    expect([leanInWords(0.1), leanInWords(2), leanInWords(-2)]).toEqual([
      'about even on both sides',
      'a longer tail of large values',
      'a longer tail of small values',
    ])
    expect(tailsInWords(4)).toMatch(/^more/)
    expect([memoryInWords(0.05), memoryInWords(0.9), memoryInWords(-0.9)]).toEqual([
      'says little about the next row',
      'clearly like the row before',
      'clearly opposite to the row before',
    ])
  })
})

describe('addresses', () => {
  const links = createLinks('/data/d1')
  const asked = (href: string) => readAsked(Object.fromEntries(new URLSearchParams(href.split('?')[1])))

  test('name a column and a cleaning step whatever its letters', () => {
    expect(links.column('a&b=ü')).toBe('/data/d1?tab=profile&column=a%26b%3D%C3%BC')
    expect(links.clean('trim', 'city')).toBe('/data/d1?tab=clean&step=trim&column=city')
    expect(links.clean('remove-duplicates', null)).toBe('/data/d1?tab=clean&step=remove-duplicates')
  })

  test('bring back the row and the filter they were made of; what cannot be read asks for nothing', () => {
    const filter = { op: 'in', column: 'a', values: ['x "y"'] } as const
    expect(asked(links.row(0))).toEqual({ row: 0, filters: null })
    expect(asked(links.rows(filter))).toEqual({ row: null, filters: [filter] })
    expect(readAsked({ filter: JSON.stringify([filter, filter]) })).toEqual({ row: null, filters: [filter, filter] })
    for (const query of [{}, { row: '0' }, { row: 'x' }, { row: '1.5' }, { filter: '{' }, { filter: '{"op":"drop"}' }])
      expect(readAsked(query as Record<string, string>)).toEqual({ row: null, filters: null })
  })

  test('show the rows of a value as its column holds it', async () => {
    const { columns } = await profileOfText('n,t,b,d\n1,x,true,2024-01-05\n2,y,false,2024-01-05\n')
    expect(columns.map((column) => filterOfValue(column, column.top[0]?.value ?? ''))).toEqual([
      { op: 'in', column: 'n', values: [1] },
      { op: 'in', column: 't', values: ['x'] },
      { op: 'in', column: 'b', values: [expect.any(Boolean)] },
      null,
    ])
    const [, , , date] = columns
    if (!date) throw new Error('There should be a fourth column.')
    expect(filterOfBar(date, { from: 0, to: 86_400_000, count: 1 })).toMatchObject({
      from: '1970-01-01',
      to: '1970-01-02',
    })
  })
})
