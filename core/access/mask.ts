import { maskEmail } from '../format/mask-email.ts'
import type { KindId } from '../semantic/kinds/registry.ts'
import type { Cell } from '../table/table.ts'

const dots = '•••'

/** The first letter; hides the length. */
const initial = (word: string): string => `${[...word][0] ?? ''}${dots}`

/** Replaces digits except the last few by dots; keeps separators: `+•• ••• ••12`. */
function maskDigits(text: string, shown: number): string {
  let left = text.replaceAll(/[^\p{L}\d]/gu, '').length - shown
  return left < shown ? dots : text.replaceAll(/[\p{L}\d]/gu, (character) => (left-- > 0 ? '•' : character))
}

/** `192.168.•••.•••`: keeps the network. */
function maskIp(text: string): string {
  const mark = text.includes(':') ? ':' : '.'
  const parts = text.split(mark)
  const kept = Math.floor(parts.length / 2)
  return [...parts.slice(0, kept), ...parts.slice(kept).map(() => dots)].join(mark)
}

const maskName = (text: string): string => text.trim().split(/\s+/).map(initial).join(' ')

/** Keeps the year of a date of birth. */
const maskBirthDate = (text: string): string => {
  const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(text)?.[1]
  return year === undefined ? dots : `${year}-••-••`
}

const masks: Partial<Readonly<Record<KindId, (text: string) => string>>> = {
  email: (text) => maskEmail(text) ?? dots,
  phone: (text) => maskDigits(text, 2),
  card: (text) => maskDigits(text, 4),
  iban: (text) => maskDigits(text, 4),
  nationalId: (text) => maskDigits(text, 2),
  ip: maskIp,
  name: maskName,
  birthDate: maskBirthDate,
}

/** Masks one value of a sensitive kind; deterministic, and mostly distinct for distinct values. */
export function maskCell(cell: Cell, kind: KindId): Cell {
  if (cell === null || cell === '') return cell
  return masks[kind]?.(String(cell)) ?? dots
}
