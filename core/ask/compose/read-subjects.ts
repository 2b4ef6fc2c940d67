import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { addGroup } from './add-group.ts'
import { columnOfHints } from './read-comparisons.ts'
import { groupByGrain } from './group-by-grain.ts'
import { assume, beyondKinds, free, isMeasure, isMoment, use, wordsAt, type Draft } from './draft.ts'

const persons = [
  'name',
  'person',
  'player',
  'customer',
  'employee',
  'driver',
  'athlete',
  'author',
  'winner',
  'actor',
  'director',
  'student',
  'user',
  'artist',
  'candidate',
  'rider',
  'agent',
  'assigned',
  'owner',
  'rep',
  'representative',
  'salesperson',
  'seller',
  'handler',
  'technician',
  'member',
  'client',
  'trainer',
  'teacher',
  'doctor',
  'recruiter',
  'caller',
  'requester',
  'manager',
  'staff',
  'worker',
  'supplier',
]
const places = ['country', 'city', 'location', 'place', 'venue', 'region', 'state', 'town', 'nation', 'address']

/** The column that holds whom, or where, the question asks after. */
function columnNamed(model: SemanticModel, hints: readonly string[]): SemanticColumn | undefined {
  const texts = model.columns.filter(({ type, role }) => type === 'text' && role !== 'text')
  for (const hint of hints) {
    const found = texts.find(({ label }) => wordsOfName(label).includes(hint))
    if (found) return found
  }
  return undefined
}

function askedBy(model: SemanticModel, word: 'who' | 'where' | 'when'): SemanticColumn | undefined {
  if (word === 'when') return model.columns.find(({ name }) => name === model.timeColumn)
  return columnNamed(model, word === 'who' ? persons : places)
}

function readImplied(draft: Draft, at: number, word: 'who' | 'where' | 'when'): void {
  const isTold = word === 'when' && draft.items.some(({ meaning }) => meaning.kind === 'rank' && meaning.isTime)
  if (isTold) return
  const column = askedBy(draft.model, word)
  if (column === undefined) return assume(draft, 0.4)
  assume(draft, 0.9)
  addGroup(draft, column, {
    words: wordsAt(draft, at),
    isSubject: true,
    ...(isMoment(column) ? { grain: 'day' as const } : {}),
  })
}

/** `on what date`, `which day`: one day, not the stretch that is readable. */
function asksDay(draft: Draft, at: number): boolean {
  const item = free(draft, at, 'column')
  const isDay = /\b(date|day)$/i.test(wordsAt(draft, at))
  return item !== null && isMoment(item.meaning.column) && isDay
}

function readNamed(draft: Draft, at: number): void {
  const next = beyondKinds(draft, at, 1, ['distinct'])
  const column = free(draft, next, 'column')
  const names = free(draft, next, 'entity')?.meaning.names
  if (names && (draft.havings.length > 0 || draft.items.some(({ meaning }) => meaning.kind === 'rank'))) {
    use(draft, next)
    return addGroup(draft, names, { words: wordsAt(draft, next), isSubject: true })
  }
  // `Which company made the biggest profit`: the row is asked for, not the figure alone.
  if (free(draft, next, 'entity') && draft.items.some(({ meaning }) => meaning.kind === 'rank' && !meaning.isTime)) {
    use(draft, next)
    return void draft.marks.add('list')
  }
  if (column && !isMeasure(column.meaning.column)) {
    const day = asksDay(draft, next) ? { grain: 'day' as const } : {}
    use(draft, next)
    addGroup(draft, column.meaning.column, {
      words: wordsAt(draft, next),
      isSubject: true,
      isPlural: column.meaning.isPlural,
      ...day,
    })
    if (next > at + 1) use(draft, at + 1)
  }
}

/** At the start it asks; later, as in `passengers who survived`, it only joins. */
const isAsked = (draft: Draft, at: number): boolean =>
  draft.items
    .slice(0, at)
    .every(({ meaning }) => meaning.kind === 'in' || meaning.kind === 'and' || meaning.kind === 'of')

/** `how long`: of what the adjective says, where the data has it. */
function readHints(draft: Draft, at: number, hints: readonly string[]): void {
  const column = columnOfHints(draft.model, hints)
  // `Movies by how long they are`: the groups, not what is asked for.
  if (column !== null && free(draft, at - 1, 'per')) {
    use(draft, at - 1)
    return addGroup(draft, column, { words: wordsAt(draft, at), isLed: true })
  }
  if (column !== null) draft.hints = hints
  else {
    draft.unplaced.push(wordsAt(draft, at))
    assume(draft, 0.35)
  }
}

/** Takes what is asked after: `which region`, `who`, `where`, `when`. */
export function readSubjects(draft: Draft): void {
  for (const at of draft.items.keys()) {
    const item = free(draft, at, 'asks')
    if (!item) continue
    use(draft, at)
    const { word, of } = item.meaning
    if (of) readHints(draft, at, of)
    const grain = free(draft, at + 1, 'grain')
    if (grain) groupByGrain(draft, at + 1, grain.meaning.grain)
    else if (word === 'which' || word === 'what') readNamed(draft, at)
    else if (word !== 'howMuch' && isAsked(draft, at) && draft.items.length > at) readImplied(draft, at, word)
  }
}
