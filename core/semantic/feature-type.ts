import { type ColumnFacts, enoughRows, isUnique, named } from './kinds/column-facts.ts'
import type { KindId } from './kinds/registry.ts'
import { isCountName, meanWords, sumWords } from './name-hints.ts'

/**
 * What a learning algorithm would take a column for: the nine feature types of SortingHat
 * (Shah, Lacanlale, Kumar, Yang and Kumar, SIGMOD 2021).
 */
export type FeatureType =
  | 'numeric'
  | 'categorical'
  | 'datetime'
  | 'sentence'
  | 'url'
  | 'embedded-number'
  | 'list'
  | 'not-generalizable'
  | 'context-specific'

const ofKind: Readonly<Record<Exclude<KindId, 'id' | 'measure' | 'name' | 'category'>, FeatureType>> = {
  empty: 'not-generalizable',
  constant: 'not-generalizable',
  email: 'context-specific',
  phone: 'context-specific',
  ip: 'context-specific',
  card: 'context-specific',
  iban: 'context-specific',
  nationalId: 'context-specific',
  address: 'context-specific',
  birthDate: 'datetime',
  moment: 'datetime',
  url: 'url',
  postalCode: 'categorical',
  country: 'categorical',
  flag: 'categorical',
  year: 'categorical',
  ordinal: 'categorical',
  code: 'categorical',
  list: 'list',
  measured: 'embedded-number',
  prose: 'sentence',
  latitude: 'numeric',
  longitude: 'numeric',
  percentage: 'numeric',
  money: 'numeric',
  duration: 'datetime',
}

/** A word that somebody could look up, whatever number stands after it. */
const isWord = (word: string): boolean => /^\p{L}{4,}\d*$/u.test(word)

/** A name without a word in it, such as `s3p1c2harv` or `CT2010`: nobody can tell what its numbers are. */
const isCryptic = ({ words }: ColumnFacts): boolean =>
  words.length > 0 && !words.some(isWord) && !words.every((word) => /^\d+$/.test(word))

/** A handful of whole numbers near one another stand for groups. */
function isHandful({ distinct, known, range }: ColumnFacts): boolean {
  const span = range === null ? 0 : range.max - range.min
  return known >= enoughRows ? distinct <= 12 && span < 30 : distinct <= 3 && distinct < known
}

function ofMeasure(facts: ColumnFacts): FeatureType {
  const isMeasured = named(facts, sumWords) || named(facts, meanWords) || isCountName(facts.words)
  if (facts.type === 'decimal' || isMeasured) return 'numeric'
  if (isCryptic(facts)) return 'context-specific'
  return isHandful(facts) ? 'categorical' : 'numeric'
}

function ofId(facts: ColumnFacts): FeatureType {
  if (isUnique(facts) || facts.distinct >= facts.known) return 'not-generalizable'
  return facts.type === 'text' ? 'categorical' : 'context-specific'
}

/** The feature type of a column of a kind. */
export function featureTypeOf(kind: KindId, facts: ColumnFacts): FeatureType {
  if (facts.distinct <= 1) return 'not-generalizable'
  if (facts.unit !== null || facts.isGrouped) return 'embedded-number'
  switch (kind) {
    case 'id':
      return ofId(facts)
    case 'name':
      return isUnique(facts) ? 'not-generalizable' : 'context-specific'
    case 'category':
      return isUnique(facts) ? 'not-generalizable' : 'categorical'
    case 'measure':
      return ofMeasure(facts)
    default:
      return ofKind[kind]
  }
}
