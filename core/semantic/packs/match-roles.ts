import { singular, wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn } from '../semantic-model.ts'
import type { Pack, PackRole } from './pack.ts'

type Fit = { readonly role: string; readonly column: SemanticColumn; readonly fit: number }

const moments: ReadonlySet<string> = new Set(['date', 'timestamp'])
const numbers: ReadonlySet<string> = new Set(['integer', 'decimal', 'duration'])

const suitable: Readonly<Record<PackRole['of'], (column: SemanticColumn) => boolean>> = {
  number: ({ type, role }) => numbers.has(type) && role === 'measure',
  moment: ({ type }) => moments.has(type),
  group: ({ type, role, kind }) => type === 'boolean' || kind === 'flag' || role === 'dimension',
  any: ({ type, role }) => !moments.has(type) && role !== 'measure',
}

/** How well a name matches a role: the share of its words that match, 0 to 1. */
function fitOf(column: SemanticColumn, { of, phrases, but = [] }: PackRole): number {
  if (!suitable[of](column)) return 0
  const words = wordsOfName(column.name).map(singular)
  if (but.some((word) => words.includes(singular(word)))) return 0
  const said = phrases.map((phrase) => phrase.split(' ').map(singular))
  // Of equal scores, the earlier phrase wins.
  const fits = said.map((phrase, at) =>
    phrase.every((word) => words.includes(word)) ? phrase.length / words.length - at / 1000 : 0,
  )
  return Math.max(0, ...fits)
}

/** Minimum score; below it most words of the name mean something else. */
const minFit = 0.48

/** Assigns columns to roles, at most one each, best scores first. */
export function matchRoles({ roles }: Pack, columns: readonly SemanticColumn[]): ReadonlyMap<string, SemanticColumn> {
  const fits = Object.entries(roles).flatMap(([role, about]) =>
    columns.map((column): Fit => ({ role, column, fit: fitOf(column, about) })),
  )
  const matched = new Map<string, SemanticColumn>()
  const taken = new Set<string>()
  for (const { role, column } of fits.filter(({ fit }) => fit >= minFit).toSorted((a, b) => b.fit - a.fit)) {
    if (matched.has(role) || taken.has(column.name)) continue
    matched.set(role, column)
    taken.add(column.name)
  }
  return matched
}
