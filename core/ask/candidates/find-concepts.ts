import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { flagOf, isMeasure } from '../compose/draft.ts'
import type { Mention } from '../mention.ts'
import { oppositeOf, stem, type Word } from '../words.ts'

/** What people do or are, and the words in the name of the column that says how much. */
const measured: readonly (readonly [says: string, named: string])[] = [
  [
    'earn earns earned earning paid pay pays salary salaries income wage wages making makes made compensation',
    'income salary wage pay compensation earning',
  ],
  ['score scored scores scoring', 'goal point run score'],
  ['weigh weighs weighing weighed weight heavy heavier lighter mass', 'weight mass'],
  ['aged age ages old older younger', 'age'],
  ['tall taller height high', 'height'],
  ['long longer lasted lasting lasts duration', 'duration length time minute'],
  ['distance travelled traveled far mile kilometre', 'distance mileage'],
  ['cost costs costing price priced pay paid expensive', 'price cost fare amount'],
  ['traded trades trading quoted closed closes', 'price close'],
  ['money', 'revenue sales amount total fare price income salary'],
  ['worth value valued amount spend spent spending expenditure outgoings', 'sales revenue amount total value price'],
]

/** What people say for yes in a column of yes and no, and for no. */
const told: readonly (readonly [yes: string, no: string, named: string])[] = [
  [
    'left leave leaves leaving quit resigned churned departed gone',
    'stayed stay remained remain staying retained',
    'attrition churn churned left exited turnover',
  ],
  ['died dead perished drowned', 'lived', 'death died deceased'],
  ['', 'died perished dead drowned', 'survived'],
  ['overtime', '', 'overtime'],
]

const has = (column: SemanticColumn, names: string): boolean => {
  const own = [...wordsOfName(column.label), ...wordsOfName(column.name)].map(singular)
  const joined = wordsOfName(column.name).join('')
  return names.split(' ').some((name) => own.includes(singular(name)) || joined === name)
}

type Said = Pick<Word, 'lower'>

const says = (words: string, { lower }: Said): boolean => words.split(' ').includes(lower)

const guess = 0.74

function measuredBy(word: Said, model: SemanticModel): SemanticColumn | null {
  for (const [words, names] of measured) {
    if (!says(words, word)) continue
    for (const name of names.split(' ')) {
      const found = model.columns
        .filter((column) => isMeasure(column) && has(column, name))
        .sort(
          (a, b) =>
            Number(b.format === 'currency') - Number(a.format === 'currency') || a.label.length - b.label.length,
        )[0]
      if (found) return found
    }
  }
  return null
}

/** What was sold for: the sales of the data, or what stands for them. */
const soldBy = (model: SemanticModel): SemanticColumn | null =>
  model.columns
    .filter((column) => isMeasure(column) && has(column, 'sales sale revenue'))
    .sort((a, b) => a.label.length - b.label.length)[0] ?? null

const orders =
  'order orders transaction transactions invoice invoices receipt receipts basket baskets booking bookings ticket tickets'

/** `orders`, where one id without a name of its own repeats: what it tells apart. */
function keyOf(word: Word, model: SemanticModel): SemanticColumn | null {
  if (
    !says(orders, word) ||
    singular(word.lower) === model.entity ||
    model.columns.some((column) => has(column, singular(word.lower)))
  )
    return null
  const ids = model.columns.filter(({ role, distinct }) => role === 'id' && distinct < model.rows * 0.9)
  const [only] = ids
  return only && ids.length === 1 && wordsOfName(only.name).length === 1 ? only : null
}

/** The value of a column of yes and no that a word tells: `left` of attrition, `stayed`. */
const toldBy = (word: Word, from: number, model: SemanticModel): readonly Mention[] =>
  told.flatMap(([yes, no, names]): readonly Mention[] => {
    const isYes = says(yes, word)
    const flag =
      isYes || says(no, word) ? model.columns.find((one) => flagOf(one) !== null && has(one, names)) : undefined
    const values = flag ? flagOf(flag) : null
    if (!flag || !values) return []
    return [
      {
        from,
        to: from + 1,
        meaning: { kind: 'value', column: flag, values: [isYes ? values.yes : values.no] },
        score: 0.82,
      },
    ]
  })

/** `inactive`, `unpaid`: the other value of a column of yes and no that is called so. */
function oppositeBy(word: Word, from: number, { columns }: SemanticModel): readonly Mention[] {
  const own = oppositeOf(word.lower)
  if (own === null) return []
  return columns.flatMap((column): readonly Mention[] => {
    const flag = flagOf(column)
    if (flag === null || !wordsOfName(column.name).some((each) => each === own || stem(each) === stem(own))) return []
    return [{ from, to: from + 1, meaning: { kind: 'value', column, values: [flag.no] }, score: 0.93 }]
  })
}

const persons = new Set(['people', 'person', 'persons', 'individuals'])
const personColumns = [
  'user',
  'employee',
  'customer',
  'person',
  'agent',
  'caller',
  'client',
  'member',
  'student',
  'patient',
  'name',
]

/** Is the column of such persons, and not of something that they have: `user`, `customer name`, not `employee title`. */
const isOf = ({ label }: SemanticColumn, person: string): boolean =>
  wordsOfName(label)
    .map(singular)
    .filter((word) => word === person || !['name', 'id', 'full'].includes(word))
    .join(' ') === person

/** The column that says who. */
export function findPerson({ columns }: Pick<SemanticModel, 'columns'>): SemanticColumn | null {
  const texts = columns.filter(({ type, role }) => type === 'text' && (role === 'dimension' || role === 'id'))
  return personColumns.flatMap((name) => texts.find((column) => isOf(column, name)) ?? [])[0] ?? null
}

const whoOf = ({ lower }: Word, model: SemanticModel): SemanticColumn | null =>
  persons.has(lower) ? findPerson(model) : null

/** The column of amounts that a verb speaks of: `spend` of an amount. */
export const findMeasured = (lower: string, model: SemanticModel): SemanticColumn | null => measuredBy({ lower }, model)

const sold = new Set(['sell', 'sold', 'take', 'make', 'made', 'earn'])

/** Verbs and adjectives that speak of a column by what it is about: `earn` of income, `left` of attrition. */
export function findConcepts(words: readonly Word[], model: SemanticModel): readonly Mention[] {
  const isHowMuch = words[0]?.lower === 'how' && words[1]?.lower === 'much'
  return words.flatMap((word, from): readonly Mention[] => {
    if (word.isQuoted) return []
    const sales = isHowMuch && sold.has(word.lower) ? soldBy(model) : null
    const column = measuredBy(word, model) ?? sales ?? keyOf(word, model) ?? whoOf(word, model)
    const isPlural = singular(word.lower) !== word.lower
    const named: readonly Mention[] = column
      ? [{ from, to: from + 1, meaning: { kind: 'column', column, isPlural }, score: guess }]
      : []
    return [...named, ...toldBy(word, from, model), ...oppositeBy(word, from, model)]
  })
}
