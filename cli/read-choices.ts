import { readChoices, type ReadChoices } from '#core/ingest/choices.ts'
import { encodings } from '#core/ingest/encoding/registry.ts'
import { fail } from '#core/errors.ts'
import { ok, type Result } from '#core/result.ts'
import { type Command, type CommandInput, textOption } from './command.ts'

/** What may be said about reading a file, where what is found is not what is meant. */
export const choiceOptions = {
  sheet: { type: 'string', value: 'name or number', says: 'which sheet of a workbook, by name or place from 0' },
  encoding: { type: 'string', value: 'name', says: `how text is encoded: ${Object.keys(encodings).join(', ')}` },
  delimiter: { type: 'string', value: 'text', says: 'what stands between the cells of a text file; tab for a tab' },
  skip: { type: 'string', value: 'lines', says: 'how many lines before the header are no part of the table' },
  'header-rows': { type: 'string', value: 'number', says: 'how many rows hold the names of the columns; 0 for none' },
  decimal: { type: 'string', value: 'point or comma', says: 'the mark before decimals; the other parts thousands' },
  long: { type: 'boolean', says: 'a row for each period, where columns are named by months, quarters or years' },
  table: { type: 'string', value: 'number', says: 'which of several tables in one text file, by place from 0' },
} as const satisfies Command['options']

const numberOr = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

const delimiters: Readonly<Record<string, string>> = { tab: '\t', [String.raw`\t`]: '\t' }

/** The choices that were typed; a failure names the option that makes no sense. */
export function choicesFrom(input: CommandInput): Result<ReadChoices> {
  const typed = (name: keyof typeof choiceOptions): string | undefined => textOption(input, name) ?? undefined
  const number = (name: keyof typeof choiceOptions): number | string | undefined => {
    const text = typed(name)
    return text === undefined ? undefined : numberOr(text)
  }
  const encoding = typed('encoding')
  if (encoding !== undefined && !Object.hasOwn(encodings, encoding)) {
    return fail('request/invalid', { reason: `--encoding must be one of ${Object.keys(encodings).join(', ')}.` })
  }
  const delimiter = typed('delimiter')
  const given = Object.entries({
    sheet: number('sheet'),
    encoding,
    delimiter: delimiter === undefined ? undefined : (delimiters[delimiter] ?? delimiter),
    skippedLines: number('skip'),
    headerRows: number('header-rows'),
    table: number('table'),
    decimal: typed('decimal'),
    long: input.options['long'] === true ? true : undefined,
  }).filter(([, value]) => value !== undefined)
  const parsed = readChoices.safeParse(Object.fromEntries(given))
  if (parsed.success) return ok(parsed.data)
  const names: Readonly<Record<string, string>> = { skippedLines: 'skip', headerRows: 'header-rows' }
  const wrong = String(parsed.error.issues[0]?.path[0] ?? '')
  return fail('request/invalid', { reason: `--${names[wrong] ?? wrong} does not take this value.` })
}
