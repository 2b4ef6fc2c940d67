import type { ColumnProfile, NumberProfile, NumberShape } from '#core/profile/profile.ts'
import { count } from '../../../ui/figures.ts'
import type { Figure, FigureGroup } from './figure.ts'
import { leanInWords, memoryInWords, orderWords, tailsInWords } from './shape-words.ts'
import { isMoment, plain, type Spell } from './spell.ts'

function middle({ mean, standardDeviation, quartiles }: NumberProfile, spell: Spell): Figure[] {
  const spread: Figure[] =
    standardDeviation === null
      ? []
      : [
          {
            name: 'Standard deviation',
            value: spell(standardDeviation),
            meaning: 'How far values typically are from the mean; small means they lie close together.',
          },
        ]
  return [
    { name: 'Mean', value: spell(mean), meaning: 'The average: the sum of all values, divided by how many there are.' },
    { name: 'Median', value: spell(quartiles[1]), meaning: 'The value in the middle: half are below, half above.' },
    ...spread,
  ]
}

function ends({ min, max, quartiles, shape }: NumberProfile, spell: Spell): Figure[] {
  const tails = shape?.tails
  const tail = (at: 0 | 1 | 2 | 3, name: string, meaning: string): Figure[] =>
    tails === undefined ? [] : [{ name, value: spell(tails[at]), meaning }]
  return [
    { name: 'Least', value: spell(min), meaning: 'The smallest value.' },
    ...tail(0, '1st percentile', 'One value in a hundred is below this.'),
    ...tail(1, '5th percentile', 'One value in twenty is below this.'),
    { name: 'Lower quartile', value: spell(quartiles[0]), meaning: 'A quarter of the values is below this.' },
    { name: 'Upper quartile', value: spell(quartiles[2]), meaning: 'A quarter of the values is above this.' },
    ...tail(2, '95th percentile', 'One value in twenty is above this.'),
    ...tail(3, '99th percentile', 'One value in a hundred is above this.'),
    { name: 'Most', value: spell(max), meaning: 'The largest value.' },
  ]
}

const signed = (value: number | null, says: (value: number) => string): Pick<Figure, 'value' | 'says'> =>
  value === null ? { value: '—', says: 'too few values, or all alike' } : { value: plain(value), says: says(value) }

function shapeOf({ skewness, kurtosis, order, autocorrelation, zeros, negatives }: NumberShape): Figure[] {
  return [
    {
      name: 'Skewness',
      ...signed(skewness, leanInWords),
      meaning:
        'Which side has the longer tail: 0 is even, above 0 the side of large values, below 0 that of small ones.',
    },
    {
      name: 'Kurtosis',
      ...signed(kurtosis, tailsInWords),
      meaning: 'How many values lie far out, compared with a bell curve: 0 is as many, above 0 more, below 0 fewer.',
    },
    {
      name: 'From row to row',
      value: orderWords[order],
      meaning: 'What values do from one row of the file to the next.',
    },
    {
      name: 'Autocorrelation',
      ...signed(autocorrelation, memoryInWords),
      meaning: 'How much a value resembles the one in the row before: 1 very much, 0 not at all, −1 it is opposite.',
    },
    { name: 'Zeros', value: count(zeros), meaning: 'Values that are exactly zero.' },
    { name: 'Below zero', value: count(negatives), meaning: 'Values less than zero.' },
  ]
}

const momentMiddle = (quartiles: NumberProfile['quartiles'], spell: Spell): Figure[] => [
  { name: 'Median', value: spell(quartiles[1]), meaning: 'The moment in the middle: half are before, half after.' },
]

/** Figures of a numeric or moment column, in groups. */
export function numberGroups({ numbers, type }: ColumnProfile, spell: Spell): readonly FigureGroup[] {
  if (numbers === null || type === 'boolean') return []
  if (isMoment(type))
    return [
      { title: 'From first to last', figures: [...momentMiddle(numbers.quartiles, spell), ...ends(numbers, spell)] },
    ]
  const sum: Figure = { name: 'Sum', value: spell(numbers.sum), meaning: 'All values added up.' }
  return [
    { title: 'Middle', figures: [...middle(numbers, spell), sum] },
    { title: 'From least to most', figures: ends(numbers, spell) },
    ...(numbers.shape ? [{ title: 'Shape', figures: shapeOf(numbers.shape) }] : []),
  ]
}
