import type { SemanticColumn } from '../../semantic/semantic-model.ts'
import { findPerson } from '../candidates/find-concepts.ts'
import { partsOfName } from '../candidates/parts-of-name.ts'
import { isMeasure } from '../compose/draft.ts'
import type { Kind, Mention } from '../mention.ts'
import type { Chart } from './chart.ts'
import type { Rule } from './rule.ts'

/** What makes a question one of figures, whose columns at the end are no list of what to show. */
const ofFigures = new Set<Kind>([
  'count',
  'aggregate',
  'per',
  'grain',
  'trend',
  'share',
  'chart',
  'correlate',
  'difference',
])

const surely = 0.75

type Item = { readonly columns: readonly SemanticColumn[]; readonly to: number }

/** `name`, where the data has the first and the last names of persons. */
const namesAt = ({ words, model }: Chart, at: number): readonly SemanticColumn[] =>
  /^names?$/.test(words[at]?.lower ?? '') ? partsOfName(model) : []

/** The one amount that `how much` asks for. */
function onlyAmount({ model }: Chart): readonly SemanticColumn[] {
  const money = model.columns.filter(
    (column) => isMeasure(column) && column.format === 'currency' && !('computedBy' in column),
  )
  return money.length === 1 ? money : []
}

/** Whose the rows are, where no column is of persons by its name. */
const keeperOf = ({ model }: Chart): SemanticColumn | null =>
  model.columns.find(({ label }) =>
    /^(owner|assigned to|assignee|manager|driver|player|rep|agent|handler)$/i.test(label),
  ) ?? null

function askedAt(chart: Chart, at: number): readonly Item[] {
  const [first, second] = chart.words.slice(at, at + 2).map(({ lower }) => lower)
  const person = first === 'who' ? (findPerson(chart.model) ?? keeperOf(chart)) : null
  if (person) return [{ columns: [person], to: at + 1 }]
  return first === 'how' && second === 'much' ? [{ columns: onlyAmount(chart), to: at + 2 }] : []
}

/** The columns that one item of a list may name, the longest name first. */
function itemsAt(chart: Chart, at: number): readonly Item[] {
  const names = namesAt(chart, at)
  const named = (chart.starting[at] ?? [])
    .flatMap((mention) =>
      mention.meaning.kind === 'column' && mention.score >= surely
        ? [{ columns: [mention.meaning.column], to: mention.to, score: mention.score }]
        : [],
    )
    .sort((a, b) => b.to - a.to || b.score - a.score)
  return [...named, ...(names.length > 0 ? [{ columns: names, to: at + 1 }] : []), ...askedAt(chart, at)].filter(
    ({ columns }) => columns.length > 0,
  )
}

const passed = new Set(
  'the a an its their his her with which what and plus also will do please pls too only just showing show give me list of as well is it'.split(
    ' ',
  ),
)

const isPassed = ({ words }: Chart, at: number): boolean => {
  const word = words[at]?.lower ?? ''
  return word === ',' || passed.has(word)
}

/** The columns named one after another from a word to the end of the question; null where anything else stands there. */
function columnsToEnd(chart: Chart, from: number): readonly SemanticColumn[] | null {
  const found: SemanticColumn[] = []
  let at = from
  while (at < chart.words.length) {
    const [item] = itemsAt(chart, at)
    if (item === undefined && !isPassed(chart, at)) return null
    found.push(...(item?.columns ?? []))
    at = item?.to ?? at + 1
  }
  return found
}

const isWordAt = ({ words }: Chart, at: number, pattern: RegExp): boolean => pattern.test(words[at]?.lower ?? '')

/** Where a list that begins a question ends, and what it names. */
function itemsFrom(chart: Chart, start: number): Item {
  const columns: SemanticColumn[] = []
  let at = start
  while (at < chart.words.length) {
    const [item] = itemsAt(chart, at)
    if (item === undefined && !isWordAt(chart, at, /^(,|and|the|their)$/)) break
    columns.push(...(item?.columns ?? []))
    at = item?.to ?? at + 1
  }
  return { columns, to: at }
}

/** `name and city of …`; null where a question does not begin so. */
function leadingList(chart: Chart): Item | null {
  const start = chart.words.findIndex(
    ({ lower }) => !/^(show|list|give|get|me|us|the|a|all|what|are|is|find)$/.test(lower),
  )
  if (start === -1) return null
  const { columns, to } = itemsFrom(chart, start)
  const isOfRows = isWordAt(chart, to, /^(of|for)$/) && (chart.starting[afterArticles(chart, to + 1)] ?? []).length > 0
  return isOfRows ? { columns, to: to + 1 } : null
}

function afterArticles({ words }: Chart, from: number): number {
  let at = from
  while (/^(the|all|our|every|each|those)$/.test(words[at]?.lower ?? '')) at += 1
  return at
}

/** `names and birthdays of all Irish drivers`: what to show of each row, at the beginning. */
function listedFirst(chart: Chart): readonly Mention[] {
  const list = leadingList(chart)
  const [first, second] = list?.columns ?? []
  if (list === null || first === undefined || second === undefined || isMeasure(first)) return []
  if (isOfFigures({ ...chart, starting: chart.starting.slice(list.to) }, chart.words.length)) return []
  return [
    {
      from: 0,
      to: list.to,
      score: 0.97,
      meaning: { kind: 'piece', rule: 'listed columns', piece: { listed: [...new Set(list.columns)] } },
    },
  ]
}

const isOfFigures = ({ starting }: Chart, to: number): boolean =>
  starting
    .slice(0, to)
    .some((mentions) => mentions.some(({ meaning, score }) => ofFigures.has(meaning.kind) && score > 0.9))

/** `with name and city`, `and show the owner`: words that begin such a list without a break before them. */
const isLed = ({ words }: Chart, at: number): boolean =>
  at > 1 && /^(with|show|showing|give|list)$/.test(words[at]?.lower ?? '') && words[at + 1] !== undefined

function listed(chart: Chart, from: number, least: number): readonly Mention[] {
  const columns = columnsToEnd(chart, from)
  if (columns === null || columns.length < least || isOfFigures(chart, from)) return []
  return [
    {
      from,
      to: chart.words.length,
      score: 0.97,
      meaning: { kind: 'piece', rule: 'listed columns', piece: { listed: [...new Set(columns)] } },
    },
  ]
}

/** `cancelled goals in IT: id, owner and due date`, `… with their scores`: what to show of each row, at the end of a question. */
export const listedColumnsRule: Rule = {
  spec: 'K41',
  find: (chart, from) => {
    if (from === 0) return listedFirst(chart)
    if (chart.words[from]?.isAfterBreak) return listed(chart, from, 2)
    return isLed(chart, from) ? listed(chart, from, 1) : []
  },
}
