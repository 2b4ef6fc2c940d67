import type { Random } from '../random.ts'

export type OwnCell = string | number | null

/** A table of the project's own making, as a person would have it: every value is known to the tests. */
export type OwnTable = { readonly header: readonly string[]; readonly rows: readonly (readonly OwnCell[])[] }

/** Makes a table; the same one for the same seed. */
export type MakeTable = (random: Random) => OwnTable

const day = 86_400_000

/** A calendar day, so many days after another. */
export const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * day).toISOString().slice(0, 10)

export const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals))

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvOf = ({ header, rows }: OwnTable): string =>
  [header, ...rows].map((cells) => `${cells.map((cell) => quoted(String(cell ?? ''))).join(',')}\n`).join('')
