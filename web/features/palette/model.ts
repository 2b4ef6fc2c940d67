import type { IconNode } from 'lucide'

/** An entry of the palette. */
export type PaletteCommand = {
  readonly id: string
  readonly text: string
  /** Its kind: `Dataset`, `Screen`. */
  readonly note: string
  readonly icon: IconNode
  readonly run: () => void
}

const maxShown = 12

/** 0 for a prefix of the name, 1 for a prefix of a word, 2 for any substring; null without a match. */
function rankOf(text: string, typed: string): number | null {
  const name = text.toLowerCase()
  const words = typed.toLowerCase().trim().split(/\s+/)
  if (!words.every((word) => name.includes(word))) return null
  if (name.startsWith(words.join(' '))) return 0
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2
}

/** Entries that match the text, best first; ties keep their order. */
export function matching<Named extends Pick<PaletteCommand, 'text'>>(
  commands: readonly Named[],
  typed: string,
): readonly Named[] {
  const ranked = commands.flatMap((command) => {
    const rank = rankOf(command.text, typed)
    return rank === null ? [] : [{ command, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, maxShown)
    .map(({ command }) => command)
}
