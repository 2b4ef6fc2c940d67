import { nearestName } from '../../semantic/nearest-name.ts'
import { allowedFunctions, windowFunctions } from '../gate/functions.ts'
import { placeOfError } from '../gate/place-of-error.ts'
import { refuse, type TextRange, type Refused } from '../gate/refused.ts'
import { chargeMark, spokenName } from './charges.ts'
import { typeInWords, typesInWords } from './type-words.ts'

type Refusal = { readonly ok: false; readonly error: Refused }
/** A DuckDB error by its wording, and the failure shown to people. */
type Kind = readonly [shape: RegExp, refusal: (place: TextRange | null, ...found: readonly string[]) => Refusal]

const lastName = (name: string): string => name.split('.').at(-1) ?? name
const quotedNames = (text: string): readonly string[] => [...text.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)

function unknownColumn(place: TextRange | null, column: string, candidates: string): Refusal {
  const columns = [...new Set(quotedNames(candidates).map(lastName))]
  return refuse(place, 'sql/unknown-column', { column, nearest: nearestName(column, columns), columns })
}

function unknownFunction(place: TextRange | null, name: string): Refusal {
  if (windowFunctions.has(name)) return refuse(place, 'sql/needs-over', { name })
  return refuse(place, 'sql/unknown-function', { name, nearest: nearestName(name, [...allowedFunctions]) })
}

const misplaced =
  (what: string, instead: string): Kind[1] =>
  (place) =>
    refuse(place, 'sql/misplaced', { what, instead })

const notGrouped: Kind[1] = (place, column = '') => refuse(place, 'sql/not-grouped', { column: lastName(column) })
const unreadable: Kind[1] = (place, value = '', type = '') =>
  refuse(place, 'sql/unreadable-value', { value, type: typeInWords(type) })
const unreadableAs =
  (type: string): Kind[1] =>
  (place, value = '') =>
    refuse(place, 'sql/unreadable-value', { value, type })
const outOfRange =
  (what: string): Kind[1] =>
  (place) =>
    refuse(place, 'sql/out-of-range', { what })

const names: readonly Kind[] = [
  [
    /^Referenced column "(.+?)" not found in FROM clause!(.*)/s,
    (place, column = '', rest = '') => unknownColumn(place, column, rest),
  ],
  [
    /^(?:Table|Values list) ".+?" does not have a column named "(.+?)"(.*)/s,
    (place, column = '', rest = '') => unknownColumn(place, column, rest),
  ],
  [
    /^Column "(.+?)" (?:does not exist on|in (?:EXCLUDE|REPLACE) list not found)/,
    (place, column = '') => unknownColumn(place, column, ''),
  ],
  [
    /^Referenced table "(.+?)" not found!(.*)/s,
    (place, table = '', rest = '') => refuse(place, 'sql/unknown-alias', { table, tables: quotedNames(rest) }),
  ],
  [
    /^Ambiguous reference to column name "(.+?)" \(use: (.+)\)/,
    (place, column = '', rest = '') => refuse(place, 'sql/ambiguous-column', { column, choices: quotedNames(rest) }),
  ],
  [/^(?:\w+ )*Function with name (\w+) does not exist/, (place, name = '') => unknownFunction(place, name)],
  [/^No matching columns found that match regex "(.+?)"/, (place, column = '') => unknownColumn(place, column, '')],
  [/^Could not find key "(.+?)" in struct(.*)/s, (place, key = '', rest = '') => unknownColumn(place, key, rest)],
  [
    /^Duplicate alias "(.+?)" in query/,
    (place, name = '') =>
      refuse(place, 'sql/misplaced', {
        what: `Two things that are read from are called “${name}”.`,
        instead: 'Give one of them another name after AS.',
      }),
  ],
  [
    /^Duplicate CTE name "(.+?)"/,
    (place, name = '') =>
      refuse(place, 'sql/misplaced', {
        what: `Two parts of the WITH are called “${name}”.`,
        instead: 'Give one of them another name.',
      }),
  ],
]

const grammar: readonly Kind[] = [
  [/^syntax error at end of input/, (place) => refuse(place, 'sql/syntax', { word: null })],
  [/^syntax error at or near "(.+?)"$/s, (place, word = '') => refuse(place, 'sql/syntax', { word })],
  [/^column "?([^"]+?)"? must appear in the GROUP BY clause/, notGrouped],
  [
    /^aggregate function calls cannot be nested/,
    misplaced(
      'A figure of a group cannot be computed inside another.',
      'Compute the inner one in a WITH or a sub-query first.',
    ),
  ],
  [
    /^WHERE clause cannot contain aggregates/,
    misplaced(
      'WHERE chooses rows before they are grouped, so sums and counts cannot stand in it.',
      'Use HAVING instead.',
    ),
  ],
  [
    /^WHERE clause cannot contain window functions/,
    misplaced('WHERE chooses rows before OVER is computed.', 'Use QUALIFY instead, or a sub-query.'),
  ],
  [
    /^Set operations can only apply/,
    misplaced(
      'The queries around UNION, EXCEPT or INTERSECT give different numbers of columns.',
      'Let each give the same columns.',
    ),
  ],
  [
    /^(ORDER|GROUP BY) term out of range - should be between 1 and (\d+)/,
    (place, word = '', last = '') =>
      refuse(place, 'sql/misplaced', {
        what: `${word === 'ORDER' ? 'ORDER BY' : word} counts the columns of the result, and there are only ${last}.`,
        instead: `Use a number from 1 to ${last}, or the name of a column.`,
      }),
  ],
  [/^LIMIT cannot be negative/, misplaced('LIMIT cannot be negative.', 'Write how many rows you want.')],
  [
    /^window "(.+?)" does not exist/,
    (place, name = '') =>
      refuse(place, 'sql/misplaced', {
        what: `There is no WINDOW called “${name}”.`,
        instead: `Add WINDOW ${name} AS (…) at the end, or write OVER (…).`,
      }),
  ],
]

const types: readonly Kind[] = [
  [
    /^No function matches the given name and argument types '(.+?)\((.*?)\)'\./s,
    (place, name = '', given = '') =>
      refuse(place, 'sql/wrong-types', { name: lastName(name), given: typesInWords(given) }),
  ],
  [
    /^Unimplemented type for cast \((.+) -> (.+)\)/,
    (place, from = '', to = '') => refuse(place, 'sql/no-conversion', { from: typeInWords(from), to: typeInWords(to) }),
  ],
  [
    /^Cannot extract field '(.+?)' from expression "(.+?)"/,
    (place, field = '', whole = '') =>
      refuse(place, 'sql/misplaced', {
        what: `“${whole}” has no part “${field}”.`,
        instead: 'A dot stands between a dataset and its column, or behind a struct.',
      }),
  ],
  [
    /^UNNEST\(\) can only be applied/,
    misplaced(
      'unnest takes a list apart, and this is not a list.',
      "Give it a list, such as string_split(a_text, ',').",
    ),
  ],
]

const values: readonly Kind[] = [
  [/^Could not convert string ['"](.*?)['"] to (.+)$/s, unreadable],
  [/^Could not cast value (.+?) to (.+)$/s, unreadable],
  [/^date field value out of range: "(.*?)"/, unreadableAs('a date, which is written 2024-03-31')],
  [
    /^timestamp field value out of range: "(.*?)"/,
    unreadableAs('a date and time, which is written 2024-03-31 09:30:00'),
  ],
  [/^Could not parse string "(.*?)" according to format specifier/, unreadableAs('a date of the given format')],
  [
    /^Type \S+ with value (.+?) can't be cast because .* destination type (\S+)/,
    (place, value = '', type = '') =>
      refuse(place, 'sql/out-of-range', { what: `${value} is too large for ${typeInWords(type)} of that size.` }),
  ],
  [
    /^Overflow in (\w+) of \S+ \((.*)\)/,
    (place, _, sum = '') =>
      refuse(place, 'sql/out-of-range', { what: `${sum} is larger than a whole number can be here.` }),
  ],
  [/^Overflow in/, outOfRange('The result is larger than a whole number can be here.')],
  [
    /^cannot take logarithm of (a negative number|zero)/,
    (place, of = '') => refuse(place, 'sql/out-of-range', { what: `There is no logarithm of ${of}.` }),
  ],
  [/^cannot take square root of a negative/, outOfRange('There is no square root of a negative number.')],
  [/^[Dd]ivision by zero/, outOfRange('Something is divided by zero.')],
  [
    /^Date out of range: (\S+)/,
    (place, date = '') => refuse(place, 'sql/out-of-range', { what: `There is no day ${date}.` }),
  ],
  [/specifier "(.+?)" not recognized/, (place, unit = '') => refuse(place, 'sql/unknown-unit', { unit })],
  [
    /^(missing [\])]|missing argument to repetition operator|invalid (?:escape sequence|perl operator|character class|repetition size|nested repetition operator)|unexpected \)|bad repetition operator|no argument for repetition operator)/,
    (place, reason = '') => refuse(place, 'sql/regular-expression', { reason: reason.replace(' perl', '') }),
  ],
]

const kinds: readonly Kind[] = [...names, ...grammar, ...types, ...values]

/** Internal terms of the engine that mean nothing to people. */
const inside =
  /std::|duckdb|0x[\da-f]{4}|Unimplemented|Assertion|nullptr|_ptr\b|bind_data|Vector|LogicalType|\w::\w|prepared statement/i
const typeNames =
  /\b(?:U?(?:TINY|SMALL|BIG|HUGE)INT|INTEGER(?:_LITERAL)?|INT(?:8|16|32|64|128)|VARCHAR|DOUBLE|FLOAT|DECIMAL\([\d, ]+\)|BOOLEAN|TIMESTAMP(?: WITH TIME ZONE)?|INTERVAL)\b/g

/** Internal errors of the engine, whatever their text. */
const internal = /^(?:Error: )?(?:INTERNAL|FATAL)/

/** The reason of an unlisted error, without internal terms; a general sentence if nothing remains. */
function plainReason(said: string): string {
  const text = (said.split('\n')[0] ?? '').trim().replace(/!+$/, '')
  if (text === '' || inside.test(text)) return 'This query asks for something that cannot be computed here.'
  const short = (text.length > 200 ? `${text.slice(0, 200)}…` : text).replace(typeNames, (type) => typeInWords(type))
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}${/[.?…)]$/.test(short) ? '' : '.'}`
}

/** Converts a DuckDB error message to a failure with its place. */
export function refusalOf(message: string, sql: string): Refusal {
  const said = (message.split('\nLINE ')[0] ?? '')
    .replace(/^(?:Error: )?(?:[A-Z][A-Za-z]+ (?:of )?)+Error: /, '')
    .trim()
  const [, charged] = new RegExp(`${chargeMark}(\\S+)`).exec(said) ?? []
  if (charged !== undefined) return refuse(null, 'sql/too-costly', { name: spokenName(charged) })
  const place = placeOfError(message, sql)
  for (const [shape, refusal] of kinds) {
    const found = shape.exec(said)
    if (found) return refusal(place, ...found.slice(1).map((part) => part ?? ''))
  }
  return refuse(place, 'sql/error', { reason: plainReason(internal.test(message) ? '' : said) })
}
