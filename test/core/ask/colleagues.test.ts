import { describe, expect, test } from 'vitest'
import { askSource } from '#core/ask/ask-source.ts'
import { loadText, type LoadedText } from '../../support/load-text.ts'

const boroughs = ['Manhattan', 'Queens', 'Bronx', 'Brooklyn']
const codes = ['TX', 'CA', 'VT', 'NY']

/** 240 taxi rides, of which two columns say from where and to where. */
const rides = [
  'pickup,dropoff,pickup_borough,dropoff_borough,payment,color,fare,distance',
  ...Array.from({ length: 240 }, (_, row) => {
    const start = Date.UTC(2019, 2, 1 + (row % 28), row % 24)
    const end = new Date(start + (5 + (row % 30)) * 60_000).toISOString()
    const ends = `${boroughs[row % 4]},${boroughs[Math.floor(row / 4) % 4]}`
    const how = `${row % 3 === 0 ? 'cash' : 'credit card'},${row % 5 === 0 ? 'green' : 'yellow'}`
    return `${new Date(start).toISOString()},${end},${ends},${how},${5 + (row % 40)},${(row % 17) + 1}`
  }),
].join('\n')

/** Stores by state, told by its code; of a fifth no manager is known. */
const stores = [
  'store,state,manager,coldest_temp,mean_temp,warmest_temp,revenue',
  ...Array.from({ length: 120 }, (_, row) =>
    [
      `Store ${row}`,
      codes[row % 4],
      row % 5 === 0 ? '' : `Manager ${row % 7}`,
      row % 10,
      (row % 10) + 5,
      (row % 10) + 12,
      1000 + ((row * 37) % 900),
    ].join(','),
  ),
].join('\n')

const dayOf = (row: number): string => new Date(Date.UTC(2023, 0, 1 + row * 5)).toISOString().slice(0, 10)

const loaded = new Map<string, Promise<LoadedText>>()

async function answerTo(name: string, text: string, question: string): Promise<string> {
  const one = loaded.get(name) ?? loadText(name, text)
  loaded.set(name, one)
  const { model, source } = await one
  const answer = await askSource(question, { model, source })
  if (answer.status === 'answer') return answer.text
  return answer.status === 'clarify' ? `Asked back: ${answer.question}` : `Refused: ${answer.reason}`
}

const ofRides = (question: string): Promise<string> => answerTo('taxi_rides.csv', rides, question)
const ofStores = (question: string): Promise<string> => answerTo('stores.csv', stores, question)

const rows = Array.from({ length: 240 }, (_, row) => row)
const countRides = (keeps: (row: number) => boolean): number => rows.filter(keeps).length

describe('questions as colleagues ask them', () => {
  test.each(['how many rides paid in cash', 'rides that were paid in cash'])('[K16, G5] %s', async (question) => {
    expect(await ofRides(question)).toContain(`${countRides((row) => row % 3 === 0)} rides`)
  })

  test('[K16] a negation before the verb is of its value', async () => {
    expect(await ofRides("how many rides weren't paid in cash")).toContain(
      `${countRides((row) => row % 3 !== 0)} rides`,
    )
  })

  test('[K16, H1] a verb of state is no such verb', async () => {
    expect(await ofRides('how many rides were refunded in cash')).toMatch(/^Refused: .*“refunded”/)
  })

  test('[K17] from one column to the other', async () => {
    const count = countRides((row) => row % 4 === 0 && Math.floor(row / 4) % 4 === 1)
    expect(await ofRides('how many rides from Manhattan to Queens')).toContain(`${count} rides`)
  })

  test('[K18] rows among figures are counted', async () => {
    const { model, source } = await (loaded.get('taxi_rides.csv') ?? loadText('taxi_rides.csv', rides))
    const answer = await askSource('rides, average fare and average distance by color', { model, source })
    if (answer.status !== 'answer') throw new Error(answer.status)
    expect(answer.reading.query.measures.map(({ aggregate, column = 'rows' }) => `${aggregate} ${column}`)).toEqual([
      'count rows',
      'mean fare',
      'mean distance',
    ])
  })

  test('[T3] the first week of a month is its days 1 to 7', async () => {
    expect(await ofRides('how many rides in the first week of March 2019')).toContain(
      `${countRides((row) => row % 28 < 7)} rides`,
    )
  })

  test('[C8] a code is asked for by what it stands for, the rare ones too', async () => {
    expect(await ofStores('how many stores in Texas')).toContain('30 stores')
    expect(await ofStores('how many stores in Vermont or New York')).toContain('60 stores')
  })

  test('[C9] what the words say of three columns is asked back', async () => {
    expect(await ofStores('average temp by state')).toMatch(/^Asked back: .*Coldest temp.*Mean temp|^Asked back/)
  })

  test('[G6] what is not known comes first nowhere', async () => {
    expect(await ofStores('most common manager')).toMatch(/^Manager 0, Manager 1/)
  })

  test('[M5] a noun that the data does not hold is said to be taken for the rows', async () => {
    const expenses = [
      'number,opened_at,amount,category',
      ...Array.from({ length: 60 }, (_, row) => `N${row},${dayOf(row)},${row},${row % 3 ? 'Travel' : 'Assets'}`),
    ]
    const { model, source } = await loadText('flag-21.csv', expenses.join('\n'))
    const counted = await askSource('how many claims per category', { model, source })
    if (counted.status !== 'answer') throw new Error(counted.status)
    expect(counted.reading.chips.map(({ text }) => text)).toContain('Count of rows, taken for claims')
    const kept = await askSource('monthly trend of hardware claims', { model, source })
    expect(kept.status === 'refuse' && kept.reason).toContain('“hardware” does not match')
    const counts = await askSource('average claims per month', { model, source })
    if (counts.status !== 'answer') throw new Error(counts.status)
    expect(counts.reading.chips.map(({ text }) => text)).toContain('For each month: count of rows, taken for claims')
  })

  test.each([
    ['how many frozen stores', 'frozen'],
    ['stores in Texas that are still open, count', 'open'],
    ['total revenue for stores excl Texas, audited', 'audited'],
  ])('[H1] %s is refused, naming %s', async (question, word) => {
    const text = await ofStores(question)
    expect(text).toMatch(/^Refused: /)
    expect(text).toContain(`“${word}”`)
  })
})
