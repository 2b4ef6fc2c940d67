import type { IconNode } from 'lucide'

/** One thing that can be opened or done from the keyboard. */
export type PaletteCommand = {
  readonly id: string
  readonly text: string
  /** What kind of thing it is: `Dataset`, `Screen`. */
  readonly note: string
  readonly icon: IconNode
  readonly run: () => void
}

const mostShown = 12

/** 0 for a name that begins so, 1 where a word begins so, 2 where it stands inside; null where it is not met. */
function rankOf(text: string, typed: string): number | null {
  const name = text.toLowerCase()
  const words = typed.toLowerCase().trim().split(/\s+/)
  if (!words.every((word) => name.includes(word))) return null
  if (name.startsWith(words.join(' '))) return 0
  return words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2
}

/** The commands that what is typed may mean, best first; those given first stand first among equals. */
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
    .slice(0, mostShown)
    .map(({ command }) => command)
}
