import type { Format } from '../vocabulary.ts'

/** A role of a column in a pack, recognised by name and kind. */
export type PackRole = {
  readonly of: 'number' | 'moment' | 'group' | 'any'
  /** A matching name contains all words of one phrase; singular, lower case. */
  readonly phrases: readonly string[]
  /** Names with one of these words do not match. */
  readonly but?: readonly string[]
  /** Evidence weight for the domain; 0 for roles that most datasets have. */
  readonly weight: number
  /** Synonyms in the domain. */
  readonly synonyms: readonly string[]
}

/** Its formula names roles in brackets, which are replaced by columns. */
export type PackMeasure = {
  readonly name: string
  readonly formula: string
  readonly format: Format
  readonly description: string
  readonly synonyms: readonly string[]
}

/** A useful chart: a measure by a role. */
export type PackHint = { readonly measure: string; readonly by: string }

/** Values of a role that are commonly grouped. */
export type PackGroups = {
  readonly role: string
  readonly name: string
  readonly groups: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** Vocabulary, measures and questions of one domain. */
export type Pack = {
  readonly title: string
  readonly description: string
  readonly roles: Readonly<Record<string, PackRole>>
  /** Minimum total weight for the pack to be offered. */
  readonly least: number
  readonly measures: readonly PackMeasure[]
  /** Measures and roles are in braces: `{Revenue} by {region}`. */
  readonly questions: readonly string[]
  readonly hints: readonly PackHint[]
  readonly groups: readonly PackGroups[]
}

const words = (text: string): readonly string[] => (text === '' ? [] : text.split('|'))

type About = { readonly but?: string; readonly synonyms?: string }

/** Defines a role in one line; bars separate phrases and synonyms. */
export const role = (
  of: PackRole['of'],
  weight: number,
  phrases: string,
  { but = '', synonyms = '' }: About = {},
): PackRole => ({ of, weight, phrases: words(phrases), but: words(but), synonyms: words(synonyms) })

/** Defines a measure in one line. */
export const measure = (
  [name, formula]: readonly [string, string],
  format: Format,
  description: string,
  synonyms = '',
): PackMeasure => ({ name, formula, format, description, synonyms: words(synonyms) })
