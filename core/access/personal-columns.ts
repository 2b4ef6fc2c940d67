import { singular, wordsOfName } from '../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../semantic/semantic-model.ts'

/** Words for persons in the roles recorded about them. */
const personWords = new Set(
  'person people customer client patient employee staff user member passenger student pupil donor subscriber voter guest visitor buyer applicant respondent participant resident tenant driver worker candidate child citizen borrower policyholder debtor prisoner victim suspect'.split(
    ' ',
  ),
)

const namesPersons = (name: string): boolean => wordsOfName(name).some((word) => personWords.has(singular(word)))

/** Column names whose every value concerns one person. */
const personal = new Set('email mail phone telephone ssn passport iban password dob birthdate birthday'.split(' '))
const personalPhrases =
  'e mail,social security,date of birth,birth date,credit card,card number,first name,last name,full name,surname'.split(
    ',',
  )

/** `customer_name`, whatever its values look like. */
const isNameOfPerson = (words: readonly string[]): boolean =>
  words.includes('name') && words.some((word) => personWords.has(singular(word)))

/** True if a column contains personal data such as names, addresses or numbers. */
export function isPersonal({ name, type, isSensitive }: SemanticColumn): boolean {
  if (isSensitive) return true
  if (type === 'boolean') return false
  const words = wordsOfName(name)
  const text = ` ${words.join(' ')} `
  return (
    words.some((word) => personal.has(word)) ||
    personalPhrases.some((phrase) => text.includes(` ${phrase} `)) ||
    isNameOfPerson(words)
  )
}

/** Rows per distinct value below which a column identifies records. */
const rowsForEach = { id: 10, free: 10, text: 2 } as const

/** True if a column identifies single records: an id, free text, or nearly one value per row. */
export function isIdentifying({ role, type, distinct, nulls }: SemanticColumn, rows: number): boolean {
  const size = (rows - nulls) / Math.max(1, distinct)
  if (role === 'text') return size < rowsForEach.free
  if (role === 'id') return size < rowsForEach.id
  return type === 'text' && size < rowsForEach.text
}

/** Words of identifiers of persons. */
const tellingWords = new Set('id no nr num number code key name account ref reference'.split(' '))

/** A count of passengers is a figure and a customer type is a group; a customer number or name is a person. */
function isOfPerson({ name, role, type }: SemanticColumn): boolean {
  const words = wordsOfName(name).map(singular)
  const last = words.at(-1) ?? ''
  return namesPersons(name) && (role === 'id' || type === 'text') && (personWords.has(last) || tellingWords.has(last))
}

/** Why a dataset's rows count as persons, as a sentence for its owner; null if no personal data is found. */
export function aboutPersons({
  columns,
  hidden,
  entity,
}: Pick<SemanticModel, 'columns' | 'hidden' | 'entity'>): string | null {
  const all = [...columns, ...hidden]
  const found = all.find(isPersonal) ?? all.find(isOfPerson)
  if (found) return `“${found.label}” tells of single persons.`
  return namesPersons(entity) ? `Each row is a ${entity}.` : null
}

/** The column that identifies the persons behind rows; null if there is none, or if each row is one person. */
export function personColumn({
  columns,
  hidden,
  rows,
}: Pick<SemanticModel, 'columns' | 'hidden' | 'rows'>): string | null {
  const fitting = [...columns, ...hidden].filter(
    (column) => column.distinct > 1 && column.distinct < rows - column.nulls && column.type !== 'boolean',
  )
  const best = [
    fitting.filter((column) => column.role === 'id' && isOfPerson(column)),
    fitting.filter(({ kind }) => kind === 'email' || kind === 'name'),
    fitting.filter((column) => isPersonal(column) && column.type === 'text'),
  ].find((some) => some.length > 0)
  return best?.reduce((most, column) => (column.distinct > most.distinct ? column : most)).name ?? null
}
