import { specOf } from '#core/charts/chart-spec.ts'
import { describe, expect, test } from 'vitest'
import { addField, changeDimension, changeValue, moveTo, removeAt, sortBy, turnSort } from '#core/explore/edits.ts'
import { emptyExploration, type Exploration } from '#core/explore/exploration.ts'
import { columnNamed, type Field, fieldGroups, fieldOf, modelToLayOut } from '#core/explore/fields.ts'
import { readLink, writeLink } from '#core/explore/link.ts'
import { explorationOf, keptQueryOf, queryOf } from '#core/explore/query-of.ts'
import { advance, redo, startTimeline, undo } from '#core/explore/timeline.ts'
import { query, type QueryInput } from '#core/query/query.ts'
import type { SemanticColumn } from '#core/semantic/semantic-model.ts'
import { shop } from '../../support/chart-tables.ts'

const field = (name: string): Field => fieldOf(column(name))
const column = (name: string): SemanticColumn => {
  const found = columnNamed(shop, name)
  if (!found) throw new Error(`No column ${name}`)
  return found
}
const count: Field = { kind: 'measure', id: 'count', label: 'Orders', value: { aggregate: 'count' } }
const empty = emptyExploration('orders')
const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('Refused')
  return value
}
const sales = (): Exploration =>
  must(addField(must(addField(empty, field('Revenue'), { shelf: 'values' })), field('Region'), { shelf: 'rows' }))

const queries: readonly QueryInput[] = [
  {
    dataset: 'orders',
    groups: {
      dimensions: [{ column: 'Customer' }, { column: 'Region' }],
      measures: [{ aggregate: 'count', as: 'orders' }],
      having: [{ op: 'greater', column: 'orders', value: 3 }],
    },
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'mean', column: 'orders' }],
  },
  { dataset: 'orders', measures: [{ aggregate: 'count' }] },
  {
    dataset: 'orders',
    dimensions: [{ column: 'Date', grain: 'month' }, { column: 'Region' }],
    measures: [{ aggregate: 'sum', column: 'Revenue', share: { within: ['Region'] } }],
    pivot: 'Region',
    limit: 10_000,
  },
  {
    dataset: 'orders',
    joins: [{ name: 'people', dataset: 'p', column: 'Customer', key: 'id' }],
    calculations: [{ name: 'Net', formula: '[Revenue] - 1' }],
    dimensions: [{ column: 'Date', part: 'dayOfWeek', as: 'Day' }],
    measures: [
      { aggregate: 'quantile', column: 'Revenue', quantile: 0.9, over: { window: 'movingAverage', groups: 3 } },
      { aggregate: 'formula', formula: 'sum(Net) / count()' },
    ],
    filters: [{ op: 'relative', column: 'Date', direction: 'last', count: 30, grain: 'day' }],
    top: [{ column: 'Product', count: 5, by: { aggregate: 'count' } }],
    having: [{ op: 'greater', column: '90 % quantile of Revenue', value: 3 }],
    sort: [{ by: 'Day', direction: 'descending' }],
    limit: 25,
    compare: { to: 'previousYear' },
    timeZone: 'Europe/Berlin',
    weekStart: 'sunday',
    fiscalYearStart: 4,
  },
  { dataset: 'orders', columns: ['Region', 'Revenue'], sort: [{ by: 'Revenue', direction: 'ascending' }], limit: 50 },
]

describe('[X1] an exploration says all that a Query says', () => {
  test.each(queries)('%#', (input) => {
    const asked = query.parse(input)
    expect(keptQueryOf(explorationOf(asked))).toEqual(asked)
  })

  test('what a chart splits by stands across', () => {
    const asked = query.parse({
      dataset: 'd',
      dimensions: [{ column: 'a' }, { column: 'b' }],
      measures: [{ aggregate: 'count' }],
    })
    const laidOut = explorationOf(asked, specOf('bar', { x: 'b', y: 'Rows', colour: 'a' }))
    expect(laidOut).toMatchObject({ rows: [{ column: 'b' }], columns: [{ column: 'a' }], show: 'bar' })
  })

  test('what asks nothing is no Query', () => expect(queryOf(empty)).toBeNull())
})

describe('[X2] an address', () => {
  test.each(queries)('holds the whole: %#', (input) => {
    const asked = { ...explorationOf(query.parse(input)), totals: true, shaded: true, show: 'pivot' }
    const text = writeLink(asked)
    expect(text).toMatch(/^[\w-]+$/)
    expect(readLink(text, 'orders')).toEqual(asked)
  })

  test('of nothing asked is empty', () => {
    expect(writeLink(empty)).toBe('')
    expect(readLink('', 'orders')).toEqual(empty)
  })

  test('keeps letters of every script', () => {
    const asked: Exploration = { ...empty, filters: [{ op: 'in', column: 'Größe 😀', values: ['ж', '…'] }] }
    expect(readLink(writeLink(asked), 'orders')).toEqual(asked)
  })

  test.each(['1', '1!', '1AAAA', '2e30', 'hello', `1${'A'.repeat(20_000)}`, writeLink(sales()).slice(0, -5)])(
    'that cannot be read is no exploration: %#',
    (text) => expect(readLink(text, 'orders')).toBeNull(),
  )

  test('does not choose the dataset', () => {
    expect(readLink(writeLink({ ...sales(), dataset: 'other' }), 'orders')?.dataset).toBe('orders')
  })

  test('with too many groups is refused whole', () => {
    const rows = Array.from({ length: 8 }, (_, at) => ({ column: `c${at}` }))
    expect(readLink(writeLink({ ...empty, rows, columns: [{ column: 'x' }] }), 'orders')).toBeNull()
  })
})

describe('[X3] what names a result', () => {
  const sorted = sortBy(sales(), 'Total Revenue', 'descending')

  test('follows it to its new name', () => {
    const shared = must(changeValue(sorted, 0, { aggregate: 'mean', column: 'Revenue' }))
    expect(shared.sort).toEqual([{ by: 'Average Revenue', direction: 'descending' }])
    const named = must(
      changeDimension(
        { ...sorted, values: [{ ...sales().values[0], aggregate: 'sum', share: { within: ['Region'] } }] },
        { shelf: 'rows', at: 0 },
        { column: 'Region', as: 'Where' },
      ),
    )
    expect(named.values[0]?.share).toEqual({ within: ['Where'] })
  })

  test('goes with it', () => {
    const having: Exploration = { ...sorted, having: [{ op: 'greater', column: 'Total Revenue', value: 5 }] }
    expect(removeAt(having, { shelf: 'values', at: 0 })).toMatchObject({ sort: [], having: [] })
    expect(removeAt(having, { shelf: 'rows', at: 0 }).having).toHaveLength(1)
  })

  test('is turned by clicks: numbers from the largest, names from the first, then as it comes', () => {
    const clicks = [1, 2, 3].map((times) =>
      Array.from({ length: times })
        .reduce<Exploration>((asked) => turnSort(asked, 'Total Revenue', true), sales())
        .sort.map(({ direction }) => direction),
    )
    expect(clicks).toEqual([['descending'], ['ascending'], []])
    expect(turnSort(sales(), 'Region', false).sort).toEqual([{ by: 'Region', direction: 'ascending' }])
  })
})

describe('[X4] a field that comes twice', () => {
  test('is computed another way, until none is left', () => {
    let asked = empty
    const seen: (string | undefined)[] = []
    for (;;) {
      const next = addField(asked, field('Revenue'), { shelf: 'values' })
      if (!next) break
      asked = next
      seen.push(asked.values.at(-1)?.aggregate)
    }
    expect(seen).toEqual(['sum', ...column('Revenue').aggregates.filter((each) => each !== 'sum')])
  })

  test('is cut another way, or refused', () => {
    const twice = must(
      addField(must(addField(empty, field('Order date'), { shelf: 'rows' })), field('Order date'), {
        shelf: 'columns',
      }),
    )
    expect(twice.rows[0]?.grain).not.toBe(twice.columns[0]?.grain)
    expect(addField(sales(), field('Region'), { shelf: 'columns' })).toBeNull()
  })

  test('is not renamed to what is there', () => {
    const two = must(addField(sales(), count, { shelf: 'values' }))
    expect(changeValue(two, 1, { aggregate: 'count', as: 'Total Revenue' })).toBeNull()
    expect(addField(two, count, { shelf: 'values' })).toBeNull()
  })

  test('moves between shelves and becomes what fits there', () => {
    const across = must(moveTo(sales(), { shelf: 'rows', at: 0 }, { shelf: 'columns', at: 0 }, shop))
    expect(across).toMatchObject({ rows: [], columns: [{ column: 'Region' }] })
    const counted = must(moveTo(sales(), { shelf: 'rows', at: 0 }, { shelf: 'values', at: 1 }, shop))
    expect(counted.values.map(({ column: name }) => name)).toEqual(['Revenue', 'Region'])
    const both = must(addField(sales(), count, { shelf: 'values' }))
    expect(moveTo(both, { shelf: 'values', at: 1 }, { shelf: 'rows', at: 0 }, shop)).toBeNull()
    const turned = must(moveTo(both, { shelf: 'values', at: 1 }, { shelf: 'values', at: 0 }, shop))
    expect(turned.values.map(({ aggregate }) => aggregate)).toEqual(['count', 'sum'])
  })

  test('of listed rows groups them instead', () => {
    const listed: Exploration = { ...empty, listed: ['Region'], sort: [{ by: 'Region', direction: 'ascending' }] }
    expect(addField(listed, field('Region'), { shelf: 'rows' })).toMatchObject({ listed: [], sort: [] })
  })
})

test('[X5] undo leads back through every state, redo forth, and something new ends what could be redone', () => {
  const states = [1, 2, 3, 4]
  const all = states.reduce(advance<number>, startTimeline(0))
  const back = undo(undo(all))
  expect(back.present).toBe(2)
  expect(redo(redo(back))).toEqual(all)
  expect(redo(advance(back, 9))).toEqual(advance(back, 9))
  expect(undo(startTimeline(0)).present).toBe(0)
  expect(advance(all, 4)).toBe(all)
})

test('[X11] every offered field stands in one group, hidden ones in none, and measures of the model are offered whole', () => {
  const measure = {
    name: 'Margin',
    label: 'Profit margin',
    formula: 'sum(Profit) / sum(Revenue)',
    format: 'percent',
    synonyms: [],
  } as const
  const model = {
    ...shop,
    hidden: shop.columns.slice(0, 1),
    columns: shop.columns.slice(1),
    measures: [{ ...measure, synonyms: [] }],
  }
  const fields = fieldGroups(model).flatMap((group) => group.fields)
  const columns = fields.flatMap((each) => (each.kind === 'column' ? [each.column.name] : []))
  expect([...columns].sort()).toEqual(model.columns.map(({ name }) => name).sort())
  const margin = fields.find(({ label }) => label === 'Profit margin')
  const asked = must(addField(empty, must(margin ?? null), { shelf: 'values' }))
  expect(queryOf(asked)?.measures).toEqual([{ aggregate: 'formula', formula: measure.formula, as: 'Profit margin' }])
  expect(addField(empty, must(margin ?? null), { shelf: 'rows' })).toBeNull()
})

test('[X11] over groups, their results are offered and nothing else', () => {
  const groups = {
    dimensions: [{ column: 'Region' }],
    measures: [{ aggregate: 'count' as const, as: 'Orders each' }],
    having: [],
  }
  const fields = fieldGroups(modelToLayOut({ groups }, shop)).flatMap((group) => group.fields)
  expect(fields.map(({ label }) => label)).toEqual(['Regions', 'Orders each', 'Region'])
})
