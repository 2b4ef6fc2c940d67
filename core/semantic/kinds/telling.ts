import { idEndings, idPhrases, isCountName, meanWords, proseWords, sumWords } from '../name-hints.ts'
import { type ColumnFacts, enoughRows, isNumber, isUnique, named } from './column-facts.ts'
import type { ColumnKind } from './kind.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const isText = ({ type }: ColumnFacts): boolean => type === 'text'

const empty: ColumnKind = {
  title: 'nothing',
  sensitivity: 'none',
  adds: false,
  fits: ({ known }) => (known === 0 ? 1 : 0),
}

const constant: ColumnKind = {
  title: 'one value throughout',
  sensitivity: 'none',
  adds: false,
  fits: ({ distinct, known, rows }) => (distinct === 1 && (known > 1 || rows > known) ? 0.94 : 0),
}

/** A running number: distinct integers without gaps. */
export const isRunning = ({ type, range, known, distinct }: ColumnFacts): boolean =>
  type === 'integer' &&
  range !== null &&
  known >= minRunning &&
  distinct === known &&
  range.max - range.min + 1 === known &&
  range.min <= 1
const minRunning = 10

/** True if the words of a name indicate an identifier. */
export function namesId(words: readonly string[]): boolean {
  const text = words.join(' ')
  const last = words.at(-1) ?? ''
  return idEndings.has(last) || idPhrases.some((phrase) => text.endsWith(phrase)) || text === 'unnamed 0'
}

function fitsTextId(facts: ColumnFacts, isNamed: boolean): number {
  if (facts.share('hash') >= 0.8) return 0.85
  if (isNamed) return isUnique(facts) || facts.distinct > 50 || facts.distinct > facts.known * 0.5 ? 0.85 : 0
  return isUnique(facts) && facts.share('code') + facts.share('digits') >= 0.8 ? 0.75 : 0
}

const id: ColumnKind = {
  title: 'identifier',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    const { words: names } = facts
    const isNamed = names.length === 0 || (namesId(names) && !isCountName(names))
    if (isText(facts)) return fitsTextId(facts, isNamed)
    if (!isNumber(facts)) return 0
    if (isNamed) return 0.85
    return isRunning(facts) && !named(facts, sumWords) && !named(facts, meanWords) ? 0.8 : 0
  },
}

const url: ColumnKind = {
  title: 'link',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => (facts.share('url') >= 0.6 ? 0.96 : 0),
}

const postalWords = words('zip zipcode postcode postalcode plz postleitzahl postal')
const postalCode: ColumnKind = {
  title: 'postal code',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (named(facts, postalWords))
      return isNumber(facts) ? Number((facts.range?.max ?? 0) < 1e10) * 0.93 : facts.meanLength <= 10 ? 0.93 : 0
    return facts.share('postcode') >= 0.9 && facts.share('digits') < 0.5 && facts.share('date') < 0.1 ? 0.7 : 0
  },
}

const countryWords = words('country countries nation land pays pais paese nationality')
const country: ColumnKind = {
  title: 'country',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    const isNamed = named(facts, countryWords)
    if (facts.share('country') >= (isNamed ? 0.3 : 0.7)) return 0.92
    return isNamed && facts.share('countryCode') >= 0.7 ? 0.9 : 0
  },
}

const listKind: ColumnKind = {
  title: 'list of values',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (facts.share('structured') >= 0.5) return 0.9
    return facts.share('list') >= 0.5 && facts.share('person') < 0.5 && facts.share('address') < 0.3 ? 0.87 : 0
  },
}

const measured: ColumnKind = {
  title: 'number in words',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    const share = facts.share('measured') + facts.share('number')
    const others = Math.max(facts.share('date'), facts.share('phone'), facts.share('postcode'), facts.share('clock'))
    return isText(facts) && share >= 0.6 && others < 0.5 ? 0.82 : 0
  },
}

const varietyOf = ({ distinct, known }: ColumnFacts): number => distinct / Math.max(1, known)
const isSmall = ({ known }: ColumnFacts): boolean => known < enoughRows

const isLong = (facts: ColumnFacts): boolean =>
  facts.meanWords >= 12 && (facts.distinct > 12 || (isSmall(facts) && varietyOf(facts) > 0.3))

const prose: ColumnKind = {
  title: 'free text',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => {
    if (!isText(facts) || facts.share('structured') > 0.5) return 0
    if (isLong(facts)) return 0.86
    const variety = varietyOf(facts)
    if (facts.share('prose') >= 0.5 && facts.meanWords >= 5 && variety >= (isSmall(facts) ? 0.9 : 0.2)) return 0.8
    return named(facts, proseWords) && variety > 0.5 && facts.meanWords >= 2.5 ? 0.7 : 0
  },
}

const code: ColumnKind = {
  title: 'code',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => (isText(facts) && facts.share('code') + facts.share('digits') >= 0.8 ? 0.6 : 0),
}

const category: ColumnKind = {
  title: 'category',
  sensitivity: 'none',
  adds: false,
  fits: (facts) => (isText(facts) ? 0.5 : 0),
}

/** Kinds that identify, group or describe rows. */
export const tellingKinds = {
  empty,
  constant,
  url,
  postalCode,
  country,
  id,
  list: listKind,
  measured,
  prose,
  code,
  category,
}
