import { fail, type Failure } from '../errors.ts'
import { listsRows, type Query } from '../query/query.ts'
import type { Dimension } from '../query/dimension.ts'
import type { Measure } from '../query/measure.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'
import { wordsOfName } from '../profile/name-words.ts'

type About = Pick<SemanticModel, 'rows' | 'columns'>
type Problem = { readonly ok: false; readonly error: Failure } | null

/** Names of columns whose every value is about one person, however often it stands there. */
const personal = new Set('email mail phone telephone ssn passport iban password dob birthdate'.split(' '))
const personalPhrases = ['e mail', 'social security', 'date of birth', 'birth date', 'credit card', 'card number']

function isPersonal({ name, type, isSensitive }: SemanticColumn): boolean {
  if (isSensitive) return true
  if (type === 'boolean') return false
  const words = wordsOfName(name)
  const text = ` ${words.join(' ')} `
  return words.some((word) => personal.has(word)) || personalPhrases.some((phrase) => text.includes(` ${phrase} `))
}

const singling = ['min', 'max', 'mode', 'first', 'last'] as const

/** Files of fewer rows are often summaries themselves: a row per country is no secret. */
const fewRows = 300

/** Does a group by this column come to single rows, or nearly? */
function isNearlyUnique({ role, type, distinct, nulls }: SemanticColumn, rows: number): boolean {
  const size = (rows - nulls) / Math.max(1, distinct)
  if (role === 'text') return size < 10
  if (rows <= fewRows) return false
  if (role === 'id') return size < 10
  if (type === 'text') return size < 1.1
  return role === 'measure' && size < 2
}

const tellsApart = (column: SemanticColumn, rows: number): boolean => isPersonal(column) || isNearlyUnique(column, rows)

/** Of what comes to one value of a column, text, ids and what is personal are cells; amounts are figures. */
const showsCells = ({ aggregate }: Measure, column: SemanticColumn): boolean =>
  (singling as readonly string[]).includes(aggregate) &&
  (column.type === 'text' || column.role === 'id' || isPersonal(column))

/**
 * Why a Query may not be answered to somebody who has only a public link; null when it may, as far as the model
 * tells. It must not list rows, group by what tells people or records apart, or show one such value.
 */
export function problemOfPublic(asked: Query, { columns, rows }: About): Problem {
  if (listsRows(asked)) return fail('share/lists-rows')
  const byName = new Map(columns.map((column) => [column.name, column]))
  const shown = [
    ...asked.dimensions.filter(({ bins, grain, part }) => (bins ?? grain ?? part) === undefined),
    ...asked.measures.filter((measure) => {
      const column = byName.get(measure.column ?? '')
      return column !== undefined && showsCells(measure, column)
    }),
  ]
  const telling = shown
    .map(({ column }) => byName.get(column ?? ''))
    .find((column) => column !== undefined && tellsApart(column, rows))
  return telling ? fail('share/tells-apart', { column: telling.name }) : null
}

/** A row per day and place is a course of figures, not a list of people: moments do not make groups fine. */
function isTime({ column }: Dimension, { columns }: About): boolean {
  return columns.find(({ name }) => name === column)?.role === 'time'
}

/**
 * The Query that counts the rows in each combination of a Query's groups; null where they cannot come to single rows
 * by being combined.
 */
export function countOfGroups(asked: Query, about: About): Query | null {
  const dimensions = asked.dimensions.filter((dimension) => !isTime(dimension, about))
  if (dimensions.length < 2 || about.rows <= fewRows) return null
  const named = dimensions.map((dimension, at) => ({ ...dimension, as: `group ${at}` }))
  const measures: Measure[] = [{ aggregate: 'count', as: 'rows' }]
  const { compare: _, pivot: __, ...rest } = asked
  return { ...rest, dimensions: named, measures, having: [], sort: [], limit: 100_000, offset: 0 }
}

const fewGroups = 100

/** Are most of many groups single rows? */
export const isTooFine = (counts: readonly unknown[]): boolean =>
  counts.length > fewGroups && counts.filter((count) => count === 1).length * 2 > counts.length
