import { singular, wordsOfName } from '../name-words.ts'
import type { ColumnProfile } from '../profile.ts'
import type { DomainGuess } from '../table-profile.ts'
import { domains } from './vocabulary.ts'

const maxGuesses = 3
const maxEvidence = 8
/** Minimum columns that must match a domain, except in smaller tables. */
const minColumns = 2
const minScore = 0.15
/** Weight of a matching value; a column name weighs 1. */
const valueWeight = 0.5

/** Domains per word; a word shared by many domains weighs less. */
function indexOf(textOf: (domain: (typeof domains)[number]) => string): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  for (const domain of domains)
    for (const word of new Set(textOf(domain).split(' '))) users.set(word, [...(users.get(word) ?? []), domain.id])
  return users
}

const nameIndex = indexOf(({ names }) => names)
const valueIndex = indexOf(({ values }) => values)

type Support = { weight: number; readonly columns: Set<string>; readonly evidence: string[] }

/** Per domain, the strongest word of a column and its weight. */
function votesOf(
  words: readonly string[],
  index: ReadonlyMap<string, readonly string[]>,
): Map<string, { readonly word: string; readonly weight: number }> {
  const votes = new Map<string, { readonly word: string; readonly weight: number }>()
  for (const word of words)
    for (const domain of index.get(word) ?? []) {
      const weight = 1 / (index.get(word)?.length ?? 1)
      if (weight > (votes.get(domain)?.weight ?? 0)) votes.set(domain, { word, weight })
    }
  return votes
}

function support(columns: readonly ColumnProfile[]): ReadonlyMap<string, Support> {
  const found = new Map<string, Support>()
  const add = (domain: string, column: string, weight: number, evidence: string): void => {
    const known = found.get(domain) ?? { weight: 0, columns: new Set<string>(), evidence: [] }
    known.weight += weight
    known.columns.add(column)
    known.evidence.push(evidence)
    found.set(domain, known)
  }
  for (const { name, type, top } of columns) {
    const words = wordsOfName(name)
    for (const [domain, { weight }] of votesOf([...words, ...words.map(singular)], nameIndex))
      add(domain, name, weight, name)
    if (type !== 'text') continue
    const values = top.map(({ value }) => value.toLowerCase())
    for (const [domain, { word, weight }] of votesOf(values, valueIndex))
      add(domain, name, weight * valueWeight, `${name}: ${word}`)
  }
  return found
}

/** The domains that a table's names and values indicate, best first. */
export function domainsOf(columns: readonly ColumnProfile[]): DomainGuess[] {
  const found = support(columns)
  const total = [...found.values()].reduce((sum, { weight }) => sum + weight, 0)
  const needed = Math.min(minColumns, columns.length)
  return domains
    .flatMap(({ id, title }) => {
      const known = found.get(id)
      if (known === undefined || known.columns.size < needed) return []
      const score = (known.weight / total) * Math.sqrt(known.columns.size / columns.length)
      return [{ id, title, score, evidence: [...new Set(known.evidence)].slice(0, maxEvidence) }]
    })
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, maxGuesses)
}
