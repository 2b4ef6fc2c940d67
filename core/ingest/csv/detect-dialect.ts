import type { ReadChoices } from '../choices.ts'
import { commentOf } from './detect-comment.ts'
import type { Dialect } from './dialect.ts'
import { dialectScore } from './dialect-score.ts'
import { lineFeedsOnly } from './lines.ts'
import { sampleOf } from './sample.ts'
import { wideDelimiter } from './wide-delimiter.ts'

/** Delimiters by how far to believe in them when the evidence is even. */
const delimiters: readonly { readonly delimiter: string; readonly trust: number }[] = [
  { delimiter: ',', trust: 1 },
  { delimiter: ';', trust: 1 },
  { delimiter: '\t', trust: 1 },
  { delimiter: '|', trust: 0.99 },
  { delimiter: '::', trust: 0.9 },
  { delimiter: '^', trust: 0.7 },
  { delimiter: '~', trust: 0.7 },
  { delimiter: ':', trust: 0.5 },
  { delimiter: ' ', trust: 0.5 },
  { delimiter: '  ', trust: 0.5 },
]

const examined = 1 << 15
const decoder = new TextDecoder('utf-8')

/** The line Excel writes to say which delimiter follows. */
const announcement = /^sep=([^\r\n])\r?\n/i

/** What may end the records: where both stand alone, either one of them may be part of a cell. */
function newlinesOf(text: string): Dialect['newline'][] {
  if (!text.includes('\r')) return ['lf']
  if (!text.includes('\n')) return ['cr']
  return /\r(?!\n|$)/.test(text) ? ['lf', 'mixed'] : ['lf']
}

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

/** How the cells of a delimiter may be quoted: by what opens and closes cells, doubled quotes before backslashes. */
function quotings(text: string, delimiter: string, choices: ReadChoices): Pick<Dialect, 'quote' | 'escape'>[] {
  const edge = escaped(delimiter)
  const single = new RegExp(`(^|[\\r\\n]|${edge})'[^'\\r\\n]*'($|[\\r\\n]|${edge})`)
  const double = new RegExp(`(^|[\\r\\n]|${edge})${delimiter === ' ' ? '' : ' {0,20}'}"`)
  const quotes: Dialect['quote'][] =
    choices.quote !== undefined ? [choices.quote] : single.test(text) && !double.test(text) ? ['"', "'"] : ['"']
  return quotes.flatMap((quote) =>
    choices.escape !== undefined
      ? [{ quote, escape: choices.escape }]
      : quote !== '' && text.includes(`\\${quote}`)
        ? [{ quote, escape: 'doubled' } as const, { quote, escape: 'backslash' } as const]
        : [{ quote, escape: 'doubled' } as const],
  )
}

const time = /\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?/g

/** Colons that are all in times, but for the first line's, delimit nothing. */
function mayDelimit(delimiter: string, text: string): boolean {
  const below = delimiter === ':' ? text.replace(/^.*(\r\n?|\n)/, '').replaceAll(time, '') : text
  return below.includes(delimiter) && (delimiter !== '  ' || isAligned(text))
}

/** Do cells stand under each other, with more than one space between them on most lines? */
function isAligned(text: string): boolean {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  return lines.filter((line) => /\S {2,}\S/.test(line)).length * 2 > lines.length
}

type Candidate = { readonly dialect: Dialect; readonly trust: number }

function candidates(text: string, base: Dialect, choices: ReadChoices): Candidate[] {
  const chosen = choices.delimiter
  const possible =
    chosen === undefined
      ? delimiters.filter(({ delimiter }) => mayDelimit(delimiter, text))
      : [{ delimiter: chosen, trust: 1 }]
  return possible.flatMap(({ delimiter, trust }) =>
    quotings(text, delimiter, choices).flatMap((quoting) =>
      newlinesOf(text).map((newline) => ({
        dialect: {
          ...base,
          delimiter,
          ...quoting,
          newline,
          isAligned: delimiter.trim() === '' && delimiter !== '\t' && isAligned(text),
        },
        trust,
      })),
    ),
  )
}

/** The most even reading of the beginning among all candidates. */
function bestOf(piece: Uint8Array, isWhole: boolean, base: Dialect, choices: ReadChoices): Dialect {
  const text = decoder.decode(piece)
  const unified = lineFeedsOnly(piece)
  const possible = candidates(text, base, choices)
  let best = possible.find(({ dialect }) => dialect.delimiter === choices.delimiter)?.dialect ?? {
    ...base,
    quote: choices.quote ?? base.quote,
    escape: choices.escape ?? base.escape,
    newline: newlinesOf(text)[0] ?? base.newline,
  }
  let bestScore = 0
  for (const { dialect, trust } of possible) {
    const { records } = sampleOf(dialect.newline === 'mixed' ? unified : piece, dialect, isWhole)
    const score = dialectScore(records.map(({ cells }) => cells)) * trust
    if (score > bestScore * 1.000001) {
      best = dialect
      bestScore = score
    }
  }
  return best
}

/** How a file is written, by which reading of its beginning gives the most even table of the most sensible cells. */
export function detectDialect(sample: Uint8Array, isWhole: boolean, choices: ReadChoices = {}): Dialect {
  const piece = sample.subarray(0, examined)
  const endsHere = isWhole && piece.length === sample.length
  const announced = announcement.exec(decoder.decode(piece.subarray(0, 16)))?.[1]
  const base: Dialect = {
    delimiter: announced ?? choices.delimiter ?? ',',
    quote: '"',
    escape: 'doubled',
    newline: 'lf',
    comment: choices.comment ?? '',
    isAligned: false,
    skippedLines: choices.skippedLines ?? (announced === undefined ? 0 : 1),
  }
  const given = announced === undefined ? choices : { delimiter: announced, ...choices }
  const plain = bestOf(piece, endsHere, base, given)
  const dialect =
    choices.comment === undefined
      ? commentOf(piece, plain, (comment) => bestOf(piece, endsHere, { ...base, comment }, given))
      : plain
  return choices.delimiter === undefined ? wideDelimiter(piece, dialect) : dialect
}
