import type { Dialect } from './dialect.ts'
import { dialectScore } from './dialect-score.ts'
import { sampleRecords } from './sample.ts'

/** Delimiters by how far to believe in them when the evidence is even. */
const delimiters: readonly { readonly delimiter: string; readonly trust: number }[] = [
  { delimiter: ',', trust: 1 },
  { delimiter: ';', trust: 1 },
  { delimiter: '\t', trust: 1 },
  { delimiter: '|', trust: 0.99 },
  { delimiter: '^', trust: 0.7 },
  { delimiter: '~', trust: 0.7 },
  { delimiter: ':', trust: 0.5 },
  { delimiter: ' ', trust: 0.5 },
]

const examined = 1 << 15
const decoder = new TextDecoder('utf-8')

/** The line Excel writes to say which delimiter follows. */
const announcement = /^sep=([^\r\n])\r?\n/i

function newlineOf(text: string): Dialect['newline'] {
  return text.includes('\n') || !text.includes('\r') ? 'lf' : 'cr'
}

const escaped = (character: string): string => character.replaceAll(/[\\^|]/g, String.raw`\$&`)

/** How the cells of a delimiter may be quoted: by what opens and closes cells, doubled quotes before backslashes. */
function quotings(text: string, delimiter: string): Pick<Dialect, 'quote' | 'escape'>[] {
  const edge = escaped(delimiter)
  const single = new RegExp(`(^|[\\n${edge}])'[^'\\n]*'($|[\\r\\n${edge}])`, 'm')
  const double = new RegExp(`(^|[\\n${edge}]) *"`, 'm')
  const quotes: Dialect['quote'][] = single.test(text) && !double.test(text) ? ['"', "'"] : ['"']
  return quotes.flatMap((quote) =>
    text.includes(`\\${quote}`)
      ? [{ quote, escape: 'doubled' } as const, { quote, escape: 'backslash' } as const]
      : [{ quote, escape: 'doubled' } as const],
  )
}

const time = /\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?/g

/** Colons that are all in times, but for the first line's, delimit nothing. */
function mayDelimit(delimiter: string, text: string): boolean {
  const below = delimiter === ':' ? text.replace(/^.*(\r\n?|\n)/, '').replaceAll(time, '') : text
  return below.includes(delimiter)
}

function candidates(text: string): { readonly dialect: Dialect; readonly trust: number }[] {
  const newline = newlineOf(text)
  return delimiters
    .filter(({ delimiter }) => mayDelimit(delimiter, text))
    .flatMap(({ delimiter, trust }) =>
      quotings(text, delimiter).map((quoting) => ({
        dialect: { delimiter, ...quoting, newline, skippedLines: 0 },
        trust,
      })),
    )
}

/** How a file is written, by which reading of its beginning gives the most even table of the most sensible cells. */
export function detectDialect(sample: Uint8Array, isWhole: boolean): Dialect {
  const piece = sample.subarray(0, examined)
  const text = decoder.decode(piece)
  const announced = announcement.exec(text)?.[1]
  if (announced !== undefined) {
    return { delimiter: announced, quote: '"', escape: 'doubled', newline: newlineOf(text), skippedLines: 1 }
  }
  let best: Dialect = { delimiter: ',', quote: '"', escape: 'doubled', newline: newlineOf(text), skippedLines: 0 }
  let bestScore = 0
  for (const { dialect, trust } of candidates(text)) {
    const records = sampleRecords(piece, dialect, isWhole && piece.length === sample.length)
    const score = dialectScore(records) * trust
    if (score > bestScore * 1.000001) {
      best = dialect
      bestScore = score
    }
  }
  return best
}
