import { clustersOf, type Merge } from '../learning/clusters.ts'
import { trimmed } from '../steps/trim.ts'
import { caseKey } from '../steps/unify-case.ts'
import { counted, named, quoted } from '../words.ts'
import type { Candidate, Detector } from './detector.ts'
import { isCategorical, type SurveyedColumn } from './survey.ts'

const some = (texts: ReadonlyMap<string, number>, test: (text: string) => boolean): boolean => {
  for (const text of texts.keys()) if (test(text)) return true
  return false
}

export const spaces: Detector = {
  kind: 'repair',
  find({ columns }) {
    const found = columns
      .filter(({ texts }) => some(texts, (text) => trimmed(text, true) !== text))
      .map(({ name }) => name)
    if (found.length === 0) return []
    return [
      {
        take: { step: 'trim', settings: { columns: found, collapse: true } },
        reason: `Texts in ${named(found)} have spaces before, after or doubled inside, so equal values count as different.`,
      },
    ]
  },
}

/** True if values differ only in case. */
function mixesCase({ texts }: SurveyedColumn): boolean {
  const seen = new Map<string, string>()
  for (const raw of texts.keys()) {
    const text = trimmed(raw, true)
    const former = seen.get(caseKey(text))
    if (former !== undefined && former !== text) return true
    seen.set(caseKey(text), text)
  }
  return false
}

export const mixedCase: Detector = {
  kind: 'repair',
  find: ({ columns }) =>
    columns
      .filter((column) => isCategorical(column) && mixesCase(column))
      .map(({ name }): Candidate => ({
        take: { step: 'unify-case', settings: { columns: [name], to: 'frequent' } },
        reason: `Some values of ${quoted(name)} differ only in capital letters.`,
      })),
}

/** True if spellings differ in more than case and spaces, which other suggestions cover. */
const differs = (a: string, b: string): boolean => caseKey(trimmed(a, true)) !== caseKey(trimmed(b, true))

const beyondCase = ({ to, from }: Merge): Merge => ({ to, from: from.filter((text) => differs(text, to)) })

const isMerge = ({ from }: Merge): boolean => from.length > 0

/**
 * Keeps rare spellings only: a misspelling is rare beside the intended word, and two frequent neighbours are
 * different things.
 */
function rareOnes({ to, from }: Merge, texts: ReadonlyMap<string, number>): Merge {
  const most = (texts.get(to) ?? 0) / 10
  return { to, from: from.filter((text) => (texts.get(text) ?? 0) <= Math.max(1, most)) }
}

/** Maximum distinct values compared; in larger sets, similar values are often different things. */
const maxCompared = 3000
/** Minimum count of the intended spelling. */
const minMeant = 5

const suchAs = (merge: Merge | undefined): string => `${quoted(merge?.from[0] ?? '')} for ${quoted(merge?.to ?? '')}`

function sameWords({ name, texts }: SurveyedColumn): readonly Candidate[] {
  const found = clustersOf(texts, 'fingerprint')
  const clear = found.map(beyondCase).find(isMerge)
  if (clear === undefined) return []
  return [
    {
      take: { step: 'unify-spellings', settings: { column: name, method: 'fingerprint', merges: null } },
      reason: `${quoted(name)} writes ${counted(found.length, 'value')} in several ways, such as ${suchAs(clear)}.`,
    },
  ]
}

function misspelled({ name, texts }: SurveyedColumn): readonly Candidate[] {
  if (texts.size > maxCompared) return []
  const merges = clustersOf(texts, 'distance')
    .filter(({ to }) => (texts.get(to) ?? 0) >= minMeant)
    .map((merge) => beyondCase(rareOnes(merge, texts)))
    .filter(isMerge)
  if (merges.length === 0) return []
  const settings = { column: name, method: 'distance', merges: merges.map(({ to, from }) => ({ to, from: [...from] })) }
  return [
    {
      take: { step: 'unify-spellings', settings },
      reason: `${quoted(name)} has rare values a letter away from frequent ones, such as ${suchAs(merges[0])}.`,
    },
  ]
}

export const spellings: Detector = {
  kind: 'repair',
  find: ({ columns }) =>
    columns.filter(isCategorical).flatMap((column) => {
      const found = sameWords(column)
      return found.length > 0 ? found : misspelled(column)
    }),
}
