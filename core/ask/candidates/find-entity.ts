import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { synonymsOfWord } from '../../semantic/synonyms.ts'
import type { Mention } from '../mention.ts'
import type { Word } from '../words.ts'

const anything = new Set([
  'row',
  'record',
  'entry',
  'observation',
  'instance',
  'data point',
  'line',
  'item',
  'case',
  'unit',
  'entries',
])
const persons = new Set(
  'person individual passenger respondent participant patient people employee worker staff colleague member workforce personnel headcount'.split(
    ' ',
  ),
)
const personal = new Set(['sex', 'gender', 'age', 'first name', 'last name', 'firstname', 'lastname'])
/** Words of a file’s name that say what it is of files, not what its rows are. */
const aboutFiles = new Set(
  'sales sale data dataset sample public file table export report list log history record full final copy test train clean both'.split(
    ' ',
  ),
)
/** `order lines`: two words for one row. */
const ofLines = new Set(['order line', 'line item', 'order item', 'data point', 'sales line', 'invoice line'])

/** The column that says which of its kind a row is, where several rows are of the same. */
const nameOfRows = ({ columns, rows }: SemanticModel): SemanticColumn | undefined =>
  columns.find(
    ({ name, type, role, distinct }) =>
      /^(name|title|item|product|symbol|ticker)$/i.test(name) &&
      type === 'text' &&
      role === 'dimension' &&
      distinct < rows * 0.9,
  )

/** What rows are called in data with such columns. */
const byColumns: readonly (readonly [columns: RegExp, nouns: string])[] = [
  [/pick.?up|drop.?off|trip|ride\b/i, 'trip ride journey cab taxi'],
  [/\bflight|carrier|airline|departure delay/i, 'flight departure'],
  [/\bbooking|check.?in|reservation|arrival date|nights?\b/i, 'booking reservation stay'],
  [/\b(order|invoice|transaction)\b/i, 'order sale purchase transaction'],
  [/\bpatient|diagnosis|admission/i, 'patient admission visit'],
  [/\bstudent|grade\b|gpa/i, 'student'],
  [/\bticket|priority|assignee/i, 'ticket issue case'],
  [/\bsession|page.?view|visitor/i, 'session visit'],
  [/\bbedroom|sq.?ft|square feet|listing/i, 'house home property listing apartment'],
  [/\bincident|accident|crash/i, 'incident accident'],
  [/\b(director|imdb|box office)\b/i, 'movie film'],
  [/\bhorsepower|mpg|cylinders/i, 'car vehicle'],
  [/\bcampaign|impressions|clicks/i, 'ad campaign'],
  [/\bloan|borrower/i, 'loan'],
  [/\bshipment|tracking|carrier/i, 'shipment delivery'],
]

function nounsOf({ columns, entity }: SemanticModel): ReadonlySet<string> {
  if (entity !== 'row') return new Set()
  const names = columns.map(({ label }) => label)
  return new Set(
    byColumns.flatMap(([pattern, nouns]) => (names.some((name) => pattern.test(name)) ? nouns.split(' ') : [])),
  )
}

/** Words for money stand for amounts, and never for the rows that hold them. */
const amountNouns = new Set([
  'spend',
  'spending',
  'cost',
  'price',
  'revenue',
  'income',
  'turnover',
  'amount',
  'salary',
  'wage',
  'fare',
])

type Nouns = {
  readonly own: ReadonlySet<string>
  readonly named: ReadonlySet<string>
  readonly told: ReadonlySet<string>
  readonly hasPersons: boolean
  readonly hasUnits: boolean
}

function nounsIn(model: SemanticModel): Nouns {
  const last = model.entity.split(' ').at(-1) ?? model.entity
  return {
    own:
      model.entity === 'row'
        ? new Set()
        : new Set([model.entity, last, ...synonymsOfWord(last).filter((noun) => !amountNouns.has(noun))]),
    named: new Set(
      wordsOfName(model.name.replace(/\.\w+$/, ''))
        .filter((word) => word.length > 3)
        .map(singular),
    ),
    told: nounsOf(model),
    hasUnits: model.columns.some(({ label, synonyms }) =>
      [label, ...synonyms].some((name) => /\bunits?\b/i.test(name)),
    ),
    hasPersons: model.columns.some(({ label }) => personal.has(label.toLowerCase())),
  }
}

const isOfFile = ({ named }: Nouns, one: string): boolean => named.has(one) && !aboutFiles.has(one)

/** How surely a noun stands for the rows; 0 where it does not. */
function surenessOf(one: string, nouns: Nouns): number {
  if (nouns.own.has(one)) return 0.99
  if (nouns.hasPersons && persons.has(one)) return 0.93
  if (anything.has(one) && !(one === 'unit' && nouns.hasUnits)) return 0.92
  if (isOfFile(nouns, one)) return 0.9
  return nouns.told.has(one) ? 0.88 : 0
}

/** Does each row have an id of its own under that noun? Then no other column names the rows. */
const hasIdOf = (one: string, { columns }: SemanticModel): boolean =>
  columns.some(({ name, role }) => role === 'id' && wordsOfName(name).includes(one))

/** Words for what a row is: the entity, its synonyms, `rows`; people where the columns speak of people; the noun of the file's name. */
export function findEntity(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const nouns = nounsIn(model)
  const kinds = nameOfRows(model)
  return words.flatMap(({ lower, isQuoted }, from): readonly Mention[] => {
    if (isQuoted) return []
    const one = singular(lower)
    if (ofLines.has(`${lower} ${singular(words[from + 1]?.lower ?? '')}`))
      return [{ from, to: from + 2, meaning: { kind: 'entity' }, score: 0.95 }]
    const score = surenessOf(one, nouns)
    if (score === 0)
      return nouns.named.has(one) ? [{ from, to: from + 1, meaning: { kind: 'filler' }, score: 0.9 }] : []
    const names = (nouns.own.has(one) || isOfFile(nouns, one)) && !hasIdOf(one, model) ? kinds : undefined
    return [{ from, to: from + 1, meaning: { kind: 'entity', ...(names ? { names } : {}) }, score }]
  })
}
