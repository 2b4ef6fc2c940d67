import { type Random, some } from './random.ts'

/** What every plain object answers to although nobody put it there. */
export const inheritedNames = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
  'isPrototypeOf',
  '__defineGetter__',
] as const

const plain = { region: ['North', 'South', 'East'], product: ['Mug', 'Kettle', 'Filter'] }

/** One table twice: in ordinary words, and with its names and texts replaced by inherited ones. */
export type Twins = {
  readonly plain: string
  readonly inherited: string
  /** An ordinary word as it is in the other. */
  readonly word: (ordinary: string) => string
}

/** Sales of two years by two texts and two amounts, some of them missing. */
export function twinTables(random: Random): Twins {
  const header = ['region', 'product', 'sold', 'amount', 'pieces']
  const names = some(random, inheritedNames, header.length)
  const texts = some(random, inheritedNames, 6)
  const words = new Map([
    ...header.map((each, at) => [each, names[at] ?? each] as const),
    ...[...plain.region, ...plain.product].map((each, at) => [each, texts[at] ?? each] as const),
  ])
  const rows = Array.from({ length: 90 }, (_, row) => [
    random.pick(plain.region),
    random.pick(plain.product),
    new Date(Date.UTC(2023, 0, 1) + row * 7 * 86_400_000).toISOString().slice(0, 10),
    random.chance(0.1) ? '' : String(random.below(9000) / 100),
    String(random.below(40)),
  ])
  const word = (ordinary: string): string => words.get(ordinary) ?? ordinary
  const written = (cells: readonly string[]): string => `${cells.join(',')}\n`
  return {
    plain: [header, ...rows].map(written).join(''),
    inherited: [header.map(word), ...rows.map((cells) => cells.map(word))].map(written).join(''),
    word,
  }
}
