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
  'person ppl individual passenger respondent participant patient people employee worker staff colleague member workforce personnel headcount flyer flier traveller traveler adult guest folk voter shopper'.split(
    ' ',
  ),
)
const personal = new Set(['sex', 'gender', 'age', 'first name', 'last name', 'firstname', 'lastname'])
/** Columns of which a table of persons has several. */
const ofPersons = new Set([
  'name',
  'full name',
  'email',
  'phone',
  'title',
  'job title',
  'employee title',
  'manager',
  'hire date',
  'salary',
  'user name',
  'department',
])
const leastOfPersons = 4
/** What tables often hold a row of each: acts, events, messages, papers and goods. */
const records = new Set(
  'claim expense request submission application invoice bill receipt payment order sale purchase transaction transfer deal lead opportunity contract policy account listing house home property apartment car vehicle trip ride journey flight booking reservation stay visit session event incident accident ticket case issue bug task project call email message review comment response answer submission inspection measurement reading sample test exam experiment delivery shipment parcel package rental loan asset device machine movie film show song album book game match race post article page click download job position vacancy goal objective milestone'.split(
    ' ',
  ),
)
/** What rows may be of besides, where no column is called so: places, living things, works, makes. */
const things = new Set(
  'hospital school university college station airport restaurant hotel cafe bank branch building facility site plant country city county town district neighborhood team club course class lesson brand campaign ad client patient pupil athlete artist author wine beer coffee tea recipe dish food drink cereal animal dog cat pet bird tree flower plane aircraft ship planet star app website keyword tweet video podcast painting company startup firm business supplier vendor donor donation grant crime offense arrest complaint storm earthquake fire flight route stop shift meeting absence training course certificate interview candidate applicant hire termination batch machine sensor part defect return refund subscription license phone laptop bike scooter vessel truck crop farm field'.split(
    ' ',
  ),
)

/**
 * What may stand before such a noun and says no more than it: `expense claims`, `price records`. A word that tells some
 * rows from others (`hardware incidents`, `card payments`) is none of them, and counts.
 */
const compounds = new Set(['expense', 'sale', 'sales', 'price', 'purchase', 'survey'])
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
  [
    /\bbedroom|bathroom|basement|garage|sq.?ft|square feet|lot area|lot size|listing/i,
    'house home property listing apartment',
  ],
  [/\bincident|accident|crash/i, 'incident accident'],
  [/\b(director|imdb|box office)\b/i, 'movie film'],
  [/\bhorsepower|mpg|cylinders/i, 'car vehicle'],
  [/\b(club|team|position|goals|caps)\b/i, 'player athlete footballer'],
  [/\b(batting|home runs|innings|stolen bases|rebounds)\b/i, 'player athlete'],
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
  readonly ofFile: ReadonlySet<string>
  readonly told: ReadonlySet<string>
  /** Does the data leave open what its rows are? */
  readonly isOpen: boolean
  readonly hasPersons: boolean
  /** Every word of the columns' names and of their synonyms. */
  readonly ofColumns: ReadonlySet<string>
  readonly hasUnits: boolean
}

/** Words that say how others belong together, whatever a file is called. */
const tells = new Set(['both', 'each', 'every', 'only', 'without', 'except', 'either', 'neither', 'between'])

/** Words of a file's name; one that names a column means that: `attrition` of `hr_attrition.csv`. */
function wordsOfFile(name: string, { columns }: SemanticModel): ReadonlySet<string> {
  const ofColumns = new Set(columns.map(({ label }) => singular(label.toLowerCase())))
  const words = wordsOfName(name.replace(/\.\w+$/, '')).map(singular)
  return new Set(words.filter((word) => word.length > 3 && !ofColumns.has(word) && !tells.has(word)))
}

/** The words of the names of columns that group, and their synonyms: such a noun is of these. */
const headsOf = ({ columns }: SemanticModel): ReadonlySet<string> =>
  new Set(
    columns.flatMap(({ role, label, synonyms }) =>
      role === 'measure' ? [] : [label, ...synonyms].flatMap((name) => wordsOfName(name).map(singular)),
    ),
  )

/** What people call the same rows. */
const sameRows: readonly (readonly string[])[] = [
  'shipment parcel package delivery consignment load dispatch',
  'ticket case issue request incident call enquiry query',
  'order purchase transaction sale',
  'transaction txn payment purchase',
  'trip ride journey run',
  'employee staff people person worker colleague staffer associate',
  'customer client account buyer shopper people person',
  'member user subscriber people person',
  'user account people person',
  'student pupil learner kid child schoolchild youngster people person',
  'airport airfield aerodrome airstrip',
  'visit stay stop call',
  'runner athlete competitor finisher racer participant',
  'publication book title release',
  'sample specimen',
  'reading measurement observation',
  'shift roster turn',
  'lesson class',
  'admission stay hospitalization hospitalisation',
  'product item sku article good',
  'deal opportunity',
  'lead prospect contact',
  'patient admission case people person',
  'incident accident event',
  'booking reservation stay',
  'session visit',
  'listing property home house apartment flat',
  'project initiative',
  'task todo item',
  'flight departure',
  'loan credit',
  'claim case request',
  'campaign ad',
  'movie film title',
  'song track title',
  'book title',
  'candidate applicant application',
  'review rating comment',
  'donation gift contribution',
].map((line) => line.split(' '))

const sameAs = (noun: string): readonly string[] =>
  sameRows.flatMap((nouns) => (nouns[0] === noun || nouns[1] === noun ? nouns : []))

function nounsIn(model: SemanticModel): Nouns {
  const last = model.entity.split(' ').at(-1) ?? model.entity
  return {
    own:
      model.entity === 'row'
        ? new Set()
        : new Set([
            model.entity,
            last,
            ...[...synonymsOfWord(last), ...sameAs(last)].filter((noun) => !amountNouns.has(noun)),
          ]),
    // `shop__orders`: the table follows its schema.
    named: wordsOfFile(model.name.split('__').at(-1) ?? model.name, model),
    ofFile: wordsOfFile(model.name, model),
    told: nounsOf(model),
    isOpen: model.entity === 'row',
    ofColumns: headsOf(model),
    hasUnits: model.columns.some(({ label, synonyms }) =>
      [label, ...synonyms].some((name) => /\bunits?\b/i.test(name)),
    ),
    hasPersons:
      model.columns.some(({ label }) => personal.has(label.toLowerCase())) ||
      model.columns.filter(({ label }) => ofPersons.has(label.toLowerCase())).length >= leastOfPersons,
  }
}

const isOfFile = ({ named }: Nouns, one: string): boolean => named.has(one) && !aboutFiles.has(one)

/** How surely a noun stands for the rows of which the data does not say what they are. */
const guess = 0.86

const isGuessed = (one: string, { isOpen, ofColumns }: Nouns): boolean =>
  isOpen && (records.has(one) || (things.has(one) && !ofColumns.has(one)))

/** How surely a noun stands for the rows; 0 where it does not. */
function surenessOf(one: string, nouns: Nouns): number {
  if (nouns.own.has(one)) return 0.99
  if (nouns.hasPersons && persons.has(one)) return 0.93
  if (anything.has(one) && !(one === 'unit' && nouns.hasUnits)) return 0.92
  if (isOfFile(nouns, one)) return 0.9
  if (nouns.told.has(one)) return 0.88
  return isGuessed(one, nouns) ? guess : 0
}

/** Does each row have an id of its own under that noun? Then no other column names the rows. */
const hasIdOf = (one: string, { columns }: SemanticModel): boolean =>
  columns.some(({ name, role }) => role === 'id' && wordsOfName(name).includes(one))

/** `how many orders`, `number of orders`. */
const isCountedAt = (words: readonly Word[], from: number): boolean =>
  words[from - 1]?.lower === 'many' ||
  (words[from - 1]?.lower === 'of' && /^(number|count)$/.test(words[from - 2]?.lower ?? ''))

/** `orders` of order lines: an id under that noun that several rows share is what is counted. */
const repeatsById = (one: string, { columns, rows }: SemanticModel): boolean =>
  columns.some(
    ({ name, role, distinct }) =>
      role === 'id' && distinct < rows * 0.95 && wordsOfName(name).map(singular).join(' ') === `${one} id`,
  )

/** `how many orders` of order lines: the id is counted, and not the rows. */
const countsIds = (words: readonly Word[], from: number, model: SemanticModel): boolean =>
  isCountedAt(words, from) && repeatsById(singular(words[from]?.lower ?? ''), model)

type Found = { readonly score: number; readonly to: number; readonly isGuess?: boolean }

const nothing: Found = { score: 0, to: 0 }

/** The noun that starts at a word, of one word or of two: `claims`, `order lines`, `expense claims`. */
function nounAt(words: readonly Word[], from: number, nouns: Nouns): Found {
  const [first, second] = words.slice(from, from + 2)
  if (first === undefined || first.isQuoted) return nothing
  const next = singular(second?.lower ?? '')
  if (ofLines.has(`${first.lower} ${next}`)) return { score: 0.95, to: from + 2 }
  const score = surenessOf(singular(first.lower), nouns)
  const isCompound = compounds.has(first.lower) && second !== undefined && surenessOf(next, nouns) > 0
  const isGuess = score === guess
  return isCompound ? { score: guess, to: from + 2, isGuess: true } : { score, to: from + 1, isGuess }
}

/** After these a noun is what is asked for, whatever the file is called. */
const counting = new Set(['many', 'most', 'fewest', 'per', 'by', 'each', 'every', 'total', 'average'])

/** A word of the file's name says nothing where nothing is asked of it. */
const asideOfFile = (words: readonly Word[], from: number, { ofFile }: Nouns): readonly Mention[] =>
  ofFile.has(singular(words[from]?.lower ?? '')) && !counting.has(words[from - 1]?.lower ?? '')
    ? [{ from, to: from + 1, meaning: { kind: 'filler' }, score: 0.9 }]
    : []

/** Words for what a row is: the entity, its synonyms, `rows`; people where the columns speak of people; the noun of the file's name. */
export function findEntity(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const nouns = nounsIn(model)
  const kinds = nameOfRows(model)
  const ownNames = new Set(kinds ? [kinds.name, kinds.label, ...kinds.synonyms].map((name) => name.toLowerCase()) : [])
  return words.flatMap(({ lower }, from): readonly Mention[] => {
    const one = singular(lower)
    // `tickers` are the column of that name, of which the rows hold several each.
    if (ownNames.has(one)) return []
    const { score, to, isGuess } = nounAt(words, from, nouns)
    if (score === 0) return asideOfFile(words, from, nouns)
    if (to === from + 1 && countsIds(words, from, model)) return []
    const names = (nouns.own.has(one) || isOfFile(nouns, one)) && !hasIdOf(one, model) ? kinds : undefined
    return [
      {
        from,
        to,
        meaning: { kind: 'entity', ...(names ? { names } : {}), ...(isGuess ? { isGuess: true } : {}) },
        score,
      },
    ]
  })
}
