import type { ColumnFacts } from './kinds/column-facts.ts'
import { isYear, isZeroOrOne } from './kinds/counting.ts'
import type { KindId } from './kinds/registry.ts'
import { isRunning, namesId } from './kinds/telling.ts'
import { groupWords, holds, isCountName, meanWords, proseWords, sumWords } from './name-hints.ts'
import type { Role } from './vocabulary.ts'

/** Kinds of identifying numbers. */
const tellingApart: ReadonlySet<KindId> = new Set(['id', 'phone', 'card', 'nationalId', 'postalCode'])
/** Kinds of texts that are not grouped. */
const readSingly: ReadonlySet<KindId> = new Set(['prose', 'url', 'email'])

const isGroup = ({ type, words, distinct }: ColumnFacts): boolean =>
  type === 'integer' && holds(words, groupWords) && !holds(words, sumWords) && distinct <= 60

function roleOfNumber(facts: ColumnFacts, kind: KindId): Role {
  const { words } = facts
  if (isYear(facts)) return 'time'
  if (words.length === 0 || (namesId(words) && !isCountName(words)) || tellingApart.has(kind)) return 'id'
  const isMeasured = holds(words, sumWords) || holds(words, meanWords)
  if (isRunning(facts) && !isMeasured) return 'id'
  return isZeroOrOne(facts) || isGroup(facts) ? 'dimension' : 'measure'
}

function roleOfText({ words, distinct, rows, longest }: ColumnFacts, kind: KindId): Role {
  const isVaried = distinct > rows * 0.5 && rows > 1
  if (namesId(words)) return distinct <= 50 && !isVaried ? 'dimension' : 'id'
  if (isVaried && longest > 120) return 'text'
  return isVaried && (holds(words, proseWords) || readSingly.has(kind)) ? 'text' : 'dimension'
}

/** The role of a column, by type, name and values. */
export function roleOfColumn(facts: ColumnFacts, kind: KindId): Role {
  switch (facts.type) {
    case 'date':
    case 'timestamp':
      return 'time'
    case 'boolean':
      return 'dimension'
    case 'duration':
      return 'measure'
    case 'text':
      return roleOfText(facts, kind)
    case 'integer':
    case 'decimal':
      return roleOfNumber(facts, kind)
  }
}
