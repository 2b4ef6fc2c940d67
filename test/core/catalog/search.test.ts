import { describe, expect, test } from 'vitest'
import type { Card } from '#core/catalog/card.ts'
import { describeLikeness, findSimilar } from '#core/catalog/find-similar.ts'
import { cosine, coverage, decodeGrams, encodeGrams, gramsOf, textOfCard, weigher } from '#core/catalog/grams.ts'
import { shareValues } from '#core/catalog/share-values.ts'
import { searchCatalog } from '#core/catalog/search-catalog.ts'
import { labelOfName } from '#core/profile/name-words.ts'
import { synonymsOfName } from '#core/semantic/synonyms.ts'
import { loadText } from '../../support/load-text.ts'

const card = (name: string, columns: readonly string[], differs: Partial<Card> = {}): Card => ({
  name,
  description: '',
  tags: [],
  entity: 'row',
  columns: columns.map((column) => ({
    name: column,
    label: labelOfName(column),
    role: /id$/i.test(column) ? 'id' : 'dimension',
    words: synonymsOfName(column),
  })),
  ...differs,
})

const shelf: Readonly<Record<string, Card>> = {
  orders: card('Orders 2024', ['order_id', 'customer_id', 'sales_amount', 'order_date'], { tags: ['finance'] }),
  customers: card('Customers', ['customer_id', 'full_name', 'city', 'birth_date'], {
    description: 'Everyone who bought',
  }),
  flights: card('Flights', ['flight_number', 'origin', 'destination', 'departure_delay']),
  penguins: card('Penguins', ['species', 'island', 'bill_length_mm', 'body_mass_g']),
}
const texts = new Map(Object.entries(shelf).map(([id, each]) => [id, gramsOf(textOfCard(each))]))
const weigh = weigher([...texts.values()])

const search = (question: string) =>
  searchCatalog(
    Object.entries(shelf).map(([dataset, each]) => ({
      dataset,
      card: each,
      closeness: coverage(gramsOf(question), texts.get(dataset) ?? new Map(), weigh),
    })),
    question,
  )

describe('a search', () => {
  test.each([
    ['penguins', 'penguins', 'name', ['Penguins']],
    ['peng', 'penguins', 'name', ['Penguins']],
    ['order', 'orders', 'name', ['Orders 2024']],
    ['finance', 'orders', 'tag', ['finance']],
    ['departure delay', 'flights', 'column', ['Departure delay']],
    ['bought', 'customers', 'description', []],
    ['species island', 'penguins', 'column', ['Species', 'Island']],
  ])('[S1] for “%s” finds %s by its %s', (question, dataset, place, met) => {
    expect(search(question)[0]).toEqual({ dataset, place, met })
  })

  test('[S1] for a whole name finds it before longer ones', () => {
    const named = ['Coffee orders of 2024', 'Orders', 'Orders archive'].map((name) => ({
      dataset: name,
      card: card(name, []),
      closeness: 0.5,
    }))
    expect(searchCatalog(named, 'orders')[0]?.dataset).toBe('Orders')
  })

  test('[S2] for a word that nobody wrote finds what means it', () => {
    const [hit] = search('revenue')
    expect(hit).toMatchObject({ dataset: 'orders', place: 'meaning' })
  })

  test('[S2] with a slip of the pen finds what was meant', () => {
    expect(search('destinaton').map(({ dataset }) => dataset)).toEqual(['flights'])
  })

  test('[S3] for what is not there finds nothing', () => {
    expect(search('chocolate')).toEqual([])
    expect(search('  ?! ')).toEqual([])
  })
})

describe('similar datasets', () => {
  const others = (id: string) =>
    Object.entries(shelf)
      .filter(([dataset]) => dataset !== id)
      .map(([dataset, each]) => ({
        dataset,
        card: each,
        closeness: cosine(texts.get(id) ?? new Map(), texts.get(dataset) ?? new Map(), weigh),
      }))

  test('[S4] share columns that tell rows apart', () => {
    const orders = shelf['orders']
    const [found, ...more] = (orders && findSimilar(orders, others('orders'))) ?? []
    const joints = [{ label: 'Customer ID', own: 'customer_id', other: 'customer_id' }]
    expect(found).toEqual({ dataset: 'customers', shared: ['Customer ID'], joints, isAlike: false })
    expect(more).toEqual([])
    expect(found && describeLikeness(found, joints)).toEqual({
      dataset: 'customers',
      shared: ['Customer ID'],
      keys: ['Customer ID'],
      text: 'Also has Customer ID; could be combined.',
    })
    expect(found && describeLikeness(found, [])).toBeNull()
  })

  test('[S4] could be combined only where the columns share values', async () => {
    const column = async (name: string, values: readonly (string | number)[]) => {
      const { source } = await loadText(
        't.csv',
        [`${name},n`, ...values.map((value, row) => `${value},${row}`)].join('\n'),
      )
      return { source, column: name }
    }
    const ids = Array.from({ length: 300 }, (_, row) => 1000 + row)
    const own = await column('id', ids)
    expect(
      await shareValues(
        own,
        await column(
          'ID',
          ids.map((id) => id + 250),
        ),
      ),
    ).toBe(true)
    expect(
      await shareValues(
        own,
        await column(
          'ID',
          ids.map((id) => id + 5000),
        ),
      ),
    ).toBe(false)
    expect(
      await shareValues(
        own,
        await column(
          'ID',
          ids.map((id) => `A-${id}`),
        ),
      ),
    ).toBe(false)
    expect(
      await shareValues(
        await column(
          'ID',
          ids.map((id) => `A-${id}`),
        ),
        await column('id', ['A-1001', 'A-1002']),
      ),
    ).toBe(true)
  })

  test('[S4] of another spelling are the same columns', () => {
    const twin = { dataset: 'twin', card: card('Clients', ['CustomerId', 'Full Name', 'City']), closeness: 0 }
    const customers = shelf['customers']
    expect(customers && findSimilar(customers, [twin])[0]).toMatchObject({
      shared: ['Customer ID', 'Full name', 'City'],
      joints: [{ own: 'customer_id', other: 'CustomerId' }],
    })
  })

  test('[S4] are none where nothing is alike', () => {
    const penguins = shelf['penguins']
    expect(penguins && findSimilar(penguins, others('penguins'))).toEqual([])
  })
})

test('grams come back from the database as they went', () => {
  const grams = gramsOf('Sales amount, sales tax and größere Überraschungen 2024')
  expect(decodeGrams(encodeGrams(grams))).toEqual(grams)
  expect(decodeGrams(encodeGrams(new Map()))).toEqual(new Map())
})

test('closeness lies between 0 and 1, and a text is as close to itself as can be', () => {
  for (const grams of texts.values()) expect(cosine(grams, grams, weigh)).toBeCloseTo(1, 12)
  expect(cosine(gramsOf('abc'), gramsOf('xyz'), weigh)).toBe(0)
  expect(coverage(gramsOf(''), gramsOf('xyz'), weigh)).toBe(0)
})
