import type { Format } from '../vocabulary.ts'

/** What a column may be to a pack: told by the words of its name, and by its kind of value. */
export type PackRole = {
  readonly of: 'number' | 'moment' | 'group' | 'any'
  /** A column's name holds all words of one of these, singular, lower case. */
  readonly phrases: readonly string[]
  /** A name with one of these is something else. */
  readonly but?: readonly string[]
  /** How much it says that a dataset is of this domain: 0 where most datasets have one. */
  readonly weight: number
  /** Other words that people of the domain use for it. */
  readonly synonyms: readonly string[]
}

/** Its formula names roles in brackets, which become the dataset's own columns. */
export type PackMeasure = {
  readonly name: string
  readonly formula: string
  readonly format: Format
  readonly description: string
  readonly synonyms: readonly string[]
}

/** A chart worth having: a measure along a role. */
export type PackHint = { readonly measure: string; readonly by: string }

/** Values of a role that people speak of together. */
export type PackGroups = {
  readonly role: string
  readonly name: string
  readonly groups: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** What people of one domain call things, compute and ask. */
export type Pack = {
  readonly title: string
  readonly description: string
  readonly roles: Readonly<Record<string, PackRole>>
  /** The weights that must be found before the pack is offered. */
  readonly least: number
  readonly measures: readonly PackMeasure[]
  /** With measures and roles in braces: `{Revenue} by {region}`. */
  readonly questions: readonly string[]
  readonly hints: readonly PackHint[]
  readonly groups: readonly PackGroups[]
}

const words = (text: string): readonly string[] => (text === '' ? [] : text.split('|'))

type About = { readonly but?: string; readonly synonyms?: string }

/** A role in one line: its phrases and synonyms are parted by bars. */
export const role = (
  of: PackRole['of'],
  weight: number,
  phrases: string,
  { but = '', synonyms = '' }: About = {},
): PackRole => ({ of, weight, phrases: words(phrases), but: words(but), synonyms: words(synonyms) })

/** A measure in one line. */
export const measure = (
  [name, formula]: readonly [string, string],
  format: Format,
  description: string,
  synonyms = '',
): PackMeasure => ({ name, formula, format, description, synonyms: words(synonyms) })
