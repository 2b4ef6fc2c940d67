import type { ColumnProfile } from '#core/profile/profile.ts'
import { count, percent } from '../../../ui/figures.ts'
import { distinctInWords, nullsInWords } from '../profile-words.ts'
import type { Figure, FigureGroup } from './figure.ts'
import { numberGroups } from './number-figures.ts'
import { plain, type Spell } from './spell.ts'

function mode({ top, numbers, type }: ColumnProfile, spell: Spell): Figure[] {
  const [first] = top
  if (first === undefined || first.count < 2) return []
  const isNumber = numbers !== null && (type === 'integer' || type === 'decimal')
  const value = isNumber ? spell(Number(first.value)) : first.value === '' ? '(empty text)' : first.value
  return [{ name: 'Mode', value, says: `in ${count(first.count)} rows`, meaning: 'The value that most rows hold.' }]
}

function filled(column: ColumnProfile, rows: number, spell: Spell): FigureGroup {
  const { nulls, oddCount, distinct } = column
  const known = rows - nulls - oddCount
  return {
    title: 'Values',
    figures: [
      {
        name: 'Rows with a value',
        value: `${count(known)} (${percent(rows === 0 ? 0 : known / rows)})`,
        meaning: 'Rows where a value stands that can be counted with.',
      },
      { name: 'Empty', value: nullsInWords(nulls, rows), meaning: 'Rows where no value stands.' },
      ...(oddCount > 0
        ? [
            {
              name: 'Odd',
              value: count(oddCount),
              meaning: 'Cells that do not read as the others do; their text is kept.',
            },
          ]
        : []),
      {
        name: 'Different',
        value: distinctInWords(distinct),
        meaning: 'How many different values there are; a ~ says that it is a close estimate.',
      },
      ...mode(column, spell),
    ],
  }
}

function lengths({ text, shapes }: ColumnProfile): FigureGroup[] {
  if (!text) return []
  const { shortest, longest, mean, untrimmed } = text
  const optional = (name: string, value: string | undefined, meaning: string): Figure[] =>
    value === undefined ? [] : [{ name, value, meaning }]
  return [
    {
      title: 'Text',
      figures: [
        { name: 'Shortest', value: count(shortest), meaning: 'Characters of the shortest text.' },
        ...optional('Mean length', mean === undefined ? undefined : plain(mean), 'Characters of a text, on average.'),
        { name: 'Longest', value: count(longest), meaning: 'Characters of the longest text.' },
        ...optional('Words', shapes && plain(shapes.meanWords), 'Words of a text, on average.'),
        ...optional(
          'Spaces at the ends',
          untrimmed === undefined ? undefined : count(untrimmed),
          'Rows whose text begins or ends with a space.',
        ),
      ],
    },
  ]
}

/** Every figure of a column in groups, with explanations. */
export const figureGroups = (column: ColumnProfile, rows: number, spell: Spell): readonly FigureGroup[] => [
  filled(column, rows, spell),
  ...numberGroups(column, spell),
  ...lengths(column),
]
