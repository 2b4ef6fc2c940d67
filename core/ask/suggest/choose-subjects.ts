import { isPhrase } from '../../charts/labels.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import type { SemanticColumn, SemanticModel } from '../../semantic/semantic-model.ts'
import { isFlag, isMeasure } from '../compose/draft.ts'
import { isLexical } from '../lexicon.ts'

/** What questions about a dataset are best about, the most telling first. */
export type Subjects = {
  readonly measures: readonly SemanticColumn[]
  /** Few enough groups to compare. */
  readonly groups: readonly SemanticColumn[]
  /** Groups so many that the top of them is worth knowing. */
  readonly rankable: readonly SemanticColumn[]
  /** Columns of yes and no. */
  readonly facts: readonly SemanticColumn[]
}

const abbreviations = new Set(
  'sibsp parch pclass dept cust emp prod desc cat temp lat lon lng dob amt num qty disp accel cyl hp wt pct avg std val var col flg cnt seq'.split(
    ' ',
  ),
)
const awkwardWords = new Set(
  'latitude longitude index rank ranking code id number no forecast year month day email phone url link website'.split(
    ' ',
  ),
)

const words = (column: SemanticColumn): readonly string[] => wordsOfName(column.name)

/** Would nobody say this name aloud? */
function isAwkward(column: SemanticColumn): boolean {
  const isShort = (word: string): boolean => abbreviations.has(word) || !/[aeiouy]/.test(word)
  const said = words(column)
  return isPhrase(column.label) || said.length > 4 || said.some((word) => isShort(word) || awkwardWords.has(word))
}

const keyMeasures = [
  'revenue',
  'sales',
  'profit',
  'amount',
  'gross',
  'total',
  'fare',
  'price',
  'salary',
  'age',
  'rating',
]
const keyGroups =
  'region category channel segment department country class species sex gender type payment genre plan status product city borough island continent team color origin'.split(
    ' ',
  )

const placeIn = (list: readonly string[], column: SemanticColumn): number => {
  const at = list.findIndex((word) => words(column).includes(word))
  return at === -1 ? 0 : 1 - at / list.length
}

const known = ({ nulls }: SemanticColumn, { rows }: SemanticModel): number => (rows === 0 ? 0 : 1 - nulls / rows)

function weighMeasure(column: SemanticColumn, model: SemanticModel): number {
  const adds = column.defaultAggregate === 'sum' ? 1 : 0
  const plain = 1 / Math.max(1, words(column).length)
  return (
    placeIn(keyMeasures, column) * 2 +
    adds +
    (column.format === 'currency' ? 1 : 0) +
    plain +
    known(column, model) -
    (words(column).every(isLexical) ? 3 : 0)
  )
}

const isCode = ({ values }: SemanticColumn): boolean => values.length > 0 && values.every((value) => value.length <= 2)

function weighGroup(column: SemanticColumn, model: SemanticModel): number {
  const isReadable = column.distinct >= 3 && column.distinct <= 8 ? 1 : 0
  const plain = 1 / Math.max(1, words(column).length)
  return (
    placeIn(keyGroups, column) * 2 +
    isReadable +
    plain +
    known(column, model) * 2 -
    (words(column).every(isLexical) ? 2 : 0)
  )
}

/** The best first; what nobody would say aloud is left out where there is anything else. */
function sorted(
  columns: readonly SemanticColumn[],
  weigh: (column: SemanticColumn, model: SemanticModel) => number,
  model: SemanticModel,
): readonly SemanticColumn[] {
  const sayable = columns.filter((column) => !isAwkward(column) && !isCode(column))
  return [...(sayable.length > 0 ? sayable : columns)].sort((a, b) => weigh(b, model) - weigh(a, model))
}

/** Chooses by what names say and values show; constants, ids and columns that are nearly all different are left out. */
export function chooseSubjects(model: SemanticModel): Subjects {
  const { rows, columns } = model
  const grouping = columns.filter(
    ({ role, type, distinct }) => role === 'dimension' && type === 'text' && distinct >= 2 && distinct <= rows / 2,
  )
  const groups = grouping.filter((column) => column.distinct <= 20 && !isFlag(column))
  const rankable = grouping.filter(({ distinct }) => distinct > 7)
  return {
    measures: sorted(
      columns.filter((column) => isMeasure(column) && column.distinct > 2),
      weighMeasure,
      model,
    ),
    groups: sorted(groups, weighGroup, model),
    rankable: sorted(rankable, weighGroup, model),
    facts: columns.filter((column) => isFlag(column) && column.distinct === 2 && !isAwkward(column)),
  }
}
