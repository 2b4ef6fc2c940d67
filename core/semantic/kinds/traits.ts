import { textShapes } from '../../profile/shapes/shape-of-text.ts'
import { type ColumnFacts, isNumber, isUnique } from './column-facts.ts'
import { featureTypes, usualFeatureType } from './feature-types.ts'
import { fitsOf, kindIds, surestOf } from './registry.ts'
import { traitsOfName } from './traits-of-name.ts'
import { traitsOfNumerals } from './traits-of-numerals.ts'
import { traitsOfTexts } from './traits-of-texts.ts'
import { traitsOfValues } from './traits-of-values.ts'
import type { Trait } from './trait.ts'

const log = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value))

/** A trait of numeric columns; 0 for others. */
const ofRange =
  (measure: (min: number, max: number, facts: ColumnFacts) => number): Trait =>
  (facts) =>
    facts.range !== null && isNumber(facts) ? measure(facts.range.min, facts.range.max, facts) : 0

/** Repetition and missing values. */
const traitsOfCounts = {
  isInteger: ({ type }) => Number(type === 'integer'),
  isDecimal: ({ type }) => Number(type === 'decimal'),
  isText: ({ type }) => Number(type === 'text'),
  filled: ({ known, rows }) => known / Math.max(1, rows),
  rows: ({ rows }) => log(rows),
  known: ({ known }) => log(known),
  distinct: ({ distinct }) => log(distinct),
  variety: ({ distinct, known }) => distinct / Math.max(1, known),
  varietyOfRows: ({ distinct, rows }) => distinct / Math.max(1, rows),
  repetition: ({ distinct, known }) => log(known / Math.max(1, distinct)),
  isFull: ({ known, rows }) => Number(known === rows),
  isNearlyEmpty: ({ known, rows }) => Number(known < rows * 0.01),
  isUnique: (facts) => Number(isUnique(facts)),
  meanWords: ({ meanWords }) => meanWords,
  meanLength: ({ meanLength }) => log(meanLength),
  longest: ({ longest }) => log(longest),
} as const satisfies Record<string, Trait>

/** Location and spread of numbers. */
const traitsOfNumbers = {
  min: ofRange((min) => log(min)),
  max: ofRange((_, max) => log(max)),
  span: ofRange((min, max) => log(max - min)),
  density: ofRange((min, max, { distinct }) => distinct / (max - min + 1)),
  used: ofRange((min, max, { distinct, known }) => distinct / Math.max(1, Math.min(known, max - min + 1))),
  gaps: ofRange((min, max, { distinct }) => log(max - min) - log(distinct)),
  peak: ofRange((_, max, { mean }) => log(max) - log(mean ?? 0)),
  variation: ofRange((_, __, { mean, deviation }) => log((deviation ?? 0) / (Math.abs(mean ?? 0) + 1e-9))),
  startsAtZero: ofRange((min) => Number(min === 0)),
  startsAtOne: ofRange((min) => Number(min === 1)),
  isNegative: ofRange((min) => Number(min < 0)),
  isOfYears: ofRange((min, max) => Number(min >= 1800 && max <= 2100)),
  mean: ofRange((_, __, { mean }) => log(mean ?? 0)),
  leaning: ofRange((min, max, { mean }) => (max > min && mean !== null ? (mean - min) / (max - min) : 0)),
  deviation: ofRange((min, max, { deviation }) => (max > min ? (deviation ?? 0) / (max - min) : 0)),
} as const satisfies Record<string, Trait>

const simple: readonly (readonly [name: string, trait: Trait])[] = Object.entries({
  ...traitsOfCounts,
  ...traitsOfNumbers,
  ...traitsOfValues,
  ...traitsOfTexts,
  ...traitsOfNumerals,
  ...traitsOfName,
})

/** Names of all traits available to the trained trees, in order. */
export const traitNames: readonly string[] = [
  ...simple.map(([name]) => name),
  ...textShapes.map((shape) => `shape ${shape}`),
  ...featureTypes.map((type) => `suggested ${type}`),
  ...kindIds.map((kind) => `kind ${kind}`),
]

/** All traits of a column: figures, shares of shapes, and detector results. */
export function traitsOf(facts: ColumnFacts): Float64Array {
  const fits = fitsOf(facts)
  const suggested = usualFeatureType[surestOf(fits).kind]
  return Float64Array.from([
    ...simple.map(([, trait]) => trait(facts)),
    ...textShapes.map((shape) => facts.share(shape)),
    ...featureTypes.map((type) => Number(type === suggested)),
    ...fits,
  ])
}
