import type { Insights } from '#core/insight/find-insights.ts'
import { seededRandom } from '../support/random.ts'
import { type Columns, dayOf, insightsOf, normal, nullColumns } from '../support/insight-data.ts'

/**
 * How often something is found where there is nothing, and how often what was planted is found, with its place.
 * `node test/eval/insights.ts [null datasets] [planted datasets] [seed]`
 */
const [nulls = 1000, planted = 100, seed = 20_261_201] = process.argv.slice(2).map(Number)
const rows = 400

type Plant = {
  readonly name: string
  readonly put: (columns: Columns, random: ReturnType<typeof seededRandom>) => Columns
  readonly isFound: (found: Insights) => boolean
}

const has = (found: Insights, kind: string, ...words: readonly string[]): boolean =>
  found.insights.some((insight) => insight.kind === kind && words.every((word) => insight.text.includes(word)))

const plants: readonly Plant[] = [
  {
    name: 'difference: West seven tenths of a deviation dearer',
    put: (columns) => ({
      ...columns,
      amount: (columns['amount'] ?? []).map((value, row) =>
        columns['region']?.[row] === 'West' ? Number(value) + 14 : value,
      ),
    }),
    isFound: (found) => has(found, 'difference', 'amount', 'West'),
  },
  {
    name: 'relation: r about 0.4',
    put: (columns, random) => ({
      ...columns,
      rating: (columns['amount'] ?? []).map((value) => (Number(value) * 0.02 + 0.9 * normal(random)).toFixed(3)),
    }),
    isFound: (found) => has(found, 'relation', 'amount', 'rating'),
  },
  {
    name: 'association: West by phone in three of four',
    put: (columns, random) => ({
      ...columns,
      channel: (columns['channel'] ?? []).map((value, row) =>
        columns['region']?.[row] === 'West' && random.next() < 0.62 ? 'Phone' : value,
      ),
    }),
    isFound: (found) => has(found, 'association', 'West', 'Phone'),
  },
  {
    name: 'trend: one deviation and a quarter over the year',
    put: (columns) => ({
      ...columns,
      amount: (columns['amount'] ?? []).map(
        (value, row) => Number(value) + (25 * dayNumber(columns['day']?.[row])) / 365,
      ),
    }),
    isFound: (found) => has(found, 'trend', 'amount', 'rises'),
  },
  {
    name: 'segment: only South rises, two deviations',
    put: (columns) => ({
      ...columns,
      amount: (columns['amount'] ?? []).map((value, row) =>
        columns['region']?.[row] === 'South' ? Number(value) + (40 * dayNumber(columns['day']?.[row])) / 365 : value,
      ),
    }),
    isFound: (found) => has(found, 'trend', 'amount', 'South', 'rises'),
  },
]

const first = Date.parse(dayOf(0))
const dayNumber = (day: string | number | undefined): number => (Date.parse(String(day)) - first) / 86_400_000

const random = seededRandom(seed)
let [foundSomething, looked] = [0, 0]
for (let at = 0; at < nulls; at++) {
  const found = await insightsOf(nullColumns(random, rows))
  if (found.insights.length > 0) foundSomething += 1
  looked += found.looked
}
process.stdout.write(
  `seed ${seed}: something found in ${foundSomething} of ${nulls} datasets without anything (${((100 * foundSomething) / Math.max(1, nulls)).toFixed(1)} %), ${Math.round(looked / Math.max(1, nulls))} tests each\n`,
)
for (const { name, put, isFound } of plants) {
  let right = 0
  for (let at = 0; at < planted; at++) if (isFound(await insightsOf(put(nullColumns(random, rows), random)))) right += 1
  process.stdout.write(`${name}: found in ${right} of ${planted}\n`)
}
