import type { Filter } from '../../query/filter.ts'
import type { Correction } from '../../semantic/correction.ts'
import { bracketed } from '../../semantic/formula/print.ts'
import type { SemanticModel } from '../../semantic/semantic-model.ts'
import { wordsOfName } from '../../profile/name-words.ts'
import { isLexical } from '../lexicon.ts'
import type { Piece } from '../pieces.ts'
import type { Chip } from '../reading.ts'
import { stem, wordsOf } from '../words.ts'

type Meant = Pick<Correction, 'column' | 'value'>

function ofFilter(filter: Filter): Meant | null {
  if (filter.op !== 'in' || filter.values.length !== 1) return null
  const [value] = filter.values
  return value === undefined || value === null ? null : { column: filter.column, value }
}

/** The column, measure or value that a piece is about; null where it is about several, or none. */
function meantBy(piece: Piece, { measures }: SemanticModel): Meant | null {
  switch (piece.kind) {
    case 'measure': {
      const { column, formula } = piece.of
      const name = column ?? measures.find((each) => formula === bracketed(each.name))?.name
      return name === undefined ? null : { column: name, value: null }
    }
    case 'dimension':
      return { column: piece.of.column, value: null }
    case 'filter':
      return ofFilter(piece.of)
    default:
      return null
  }
}

/** The words of a chip without those of the language around them: `turnover` of `total turnover`. */
const tellingWords = (words: string): string =>
  wordsOf(words)
    .filter(({ lower, isQuoted }) => isQuoted || (!isLexical(lower) && /\p{L}/u.test(lower)))
    .map(({ lower }) => lower)
    .join(' ')

const keyOf = (text: string): string => wordsOfName(text).map(stem).join(' ')

/** Do the words name a column, a measure, a value or the rows outright? Then the person meant something else this time only. */
const isName = (words: string, { columns, calculations, measures, entity }: SemanticModel): boolean => {
  const key = keyOf(words)
  return (
    key === keyOf(entity) ||
    [...columns, ...calculations, ...measures].some(({ name, label }) => keyOf(name) === key || keyOf(label) === key) ||
    columns.some(({ values }) => values.some((value) => value.toLowerCase() === words))
  )
}

const mostWords = 4

/**
 * What a changed chip teaches: its words mean what it was changed to. Null where the column is the same, or the words say
 * nothing by themselves.
 */
export function lessonOf(
  chip: Chip,
  { from, to }: { readonly from: Piece; readonly to: Piece },
  model: SemanticModel,
): Correction | null {
  const [before, meant] = [meantBy(from, model), meantBy(to, model)]
  const words = tellingWords(chip.words)
  const isSame = before?.column === meant?.column && before?.value === meant?.value
  if (meant === null || isSame || words === '' || words.split(' ').length > mostWords) return null
  return isName(words, model) ? null : { words, ...meant }
}
