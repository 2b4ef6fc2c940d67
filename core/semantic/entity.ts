import type { ColumnProfile, Profile } from '../profile/profile.ts'
import { datasetNoise } from './name-hints.ts'
import { singular, wordsOfName } from '../profile/name-words.ts'

const generic = new Set(['row', 'record', 'entry', 'id', 'unnamed', 'index', 'respondent'])

/** Words before `id` that say whose id or of which kind it is, not what a row is. */
const ofIds = new Set(
  'row source external internal unique global parent record reference ref system sys object uuid guid primary entry old new original legacy import line serial tracking index key'.split(
    ' ',
  ),
)

/** `passenger` if `PassengerId` is the key. */
function namedByKey(column: ColumnProfile, rows: number): string | null {
  const words = wordsOfName(column.name).map(singular)
  const [last, before] = [words.at(-1), words.at(-2)]
  if (last !== 'id' || before === undefined || rows < 2) return null
  return column.distinct.count === rows && !ofIds.has(before) ? words.slice(0, -1).join(' ') : null
}

/** True if columns of sex and age indicate persons. */
function isOfPersons({ columns }: Profile): boolean {
  const has = (...names: readonly string[]): boolean =>
    columns.some(({ name }) => names.includes(wordsOfName(name).join(' ')))
  return has('sex', 'gender') && has('age')
}

/** What one row is: `order`, `passenger`; `row` if neither a key nor the dataset's name indicates it. */
export function entityOf(name: string, profile: Profile): string {
  const key = profile.columns.map((column) => namedByKey(column, profile.rows)).find((entity) => entity !== null)
  if (key !== undefined && key !== null) return key
  const words = wordsOfName(name.replace(/\.[a-z0-9]{1,8}$/i, '')).filter(
    (word) => word.length > 1 && !datasetNoise.has(word) && !/\d/.test(word),
  )
  const last = words.at(-1) ?? ''
  const one = singular(last)
  if (last.length >= 3 && one !== last && !generic.has(one)) return one
  return isOfPersons(profile) ? 'person' : 'row'
}
