import { type Budget, inTurns, type Steps } from '../../budget.ts'
import { JsonText } from './json-text.ts'

/** A list within a document: its dotted name, where it stands, how many elements it has. */
type Found = {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly count: number
  readonly holds: 'objects' | 'lists'
}

const deepest = 20
/** Lists beyond these are not offered. */
const mostLists = 1000

/** All lists of records within one object, wherever they stand. */
class ListFinder {
  readonly lists: Found[] = []
  readonly #json: JsonText
  readonly #budget: Budget

  constructor(json: JsonText, budget: Budget) {
    this.#json = json
    this.#budget = budget
  }

  /** Looks through the value that comes next. */
  *search(name: string, depth: number): Steps<void> {
    const json = this.#json
    if (depth > deepest || json.peek() !== '{') return yield* this.#skip()
    for (const member of json.names()) {
      const path = name === '' ? member : `${name}.${member}`
      yield* json.peek() === '[' ? this.#see(path) : this.search(path, depth + 1)
    }
  }

  *#skip(): Steps<void> {
    const from = this.#json.at
    this.#json.skip(0)
    this.#budget.work(this.#json.at - from)
    yield
  }

  *#see(name: string): Steps<void> {
    const json = this.#json
    const from = json.at
    let [count, objects, lists] = [0, 0, 0]
    for (const _ of json.places()) {
      const first = json.peek()
      count++
      if (first === '{') objects++
      else if (first === '[') lists++
      yield* this.#skip()
    }
    if (this.lists.length >= mostLists || Math.max(objects, lists) * 2 <= count) return
    this.lists.push({ name, from, to: json.at, count, holds: objects * 2 > count ? 'objects' : 'lists' })
  }
}

/** The list to read: the one that was asked for, else the longest of objects; undefined where there is none. */
function choose(lists: readonly Found[], wanted: string | number | undefined): Found | undefined {
  if (wanted !== undefined) {
    const byName = lists.find(({ name }) => name === wanted)
    return typeof wanted === 'number' ? (lists[wanted] ?? byName) : byName
  }
  const objects = lists.filter(({ holds }) => holds === 'objects')
  return objects.reduce<Found | undefined>((best, one) => (one.count > (best?.count ?? 0) ? one : best), undefined)
}

/** The records of a document that is one object. */
export type ListInDocument = {
  /** A list, as JSON; the object itself where it holds no list of objects. */
  readonly text: string
  /** The dotted name of the list; null for the object itself. */
  readonly name: string | null
  /** Every list that could be read instead. */
  readonly lists: readonly { readonly name: string; readonly count: number }[]
}

/** Finds the list to read in a document that is one object; null where it has not the one that was asked for. */
export async function listIn(
  text: string,
  wanted: string | number | undefined,
  budget: Budget,
): Promise<ListInDocument | null> {
  const json = new JsonText(text)
  const finder = new ListFinder(json, budget)
  await inTurns(finder.search('', 0), budget)
  if (json.peek() !== '') throw new SyntaxError(`it is no JSON at character ${json.at + 1}`)
  const { lists } = finder
  const found = choose(lists, wanted)
  if (found === undefined && wanted !== undefined && lists.length > 0) return null
  return { text: found ? text.slice(found.from, found.to) : `[${text}]`, name: found?.name ?? null, lists }
}
