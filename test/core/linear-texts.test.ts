import { describe, expect, test } from 'vitest'
import { fingerprint, ngramFingerprint } from '#core/clean/learning/clusters.ts'
import { numberIn } from '#core/clean/steps/extract.ts'
import { trimmed } from '#core/clean/steps/trim.ts'
import { compileExpression } from '#core/engine/formula/compile.ts'
import { csvRecord } from '#core/format/csv-text.ts'
import { formatCell } from '#core/format/format-cell.ts'
import { maskEmail } from '#core/format/mask-email.ts'
import { ColumnShapes } from '#core/ingest/csv/column-shapes.ts'
import { kindBelow, kindOf } from '#core/ingest/layout/detect-header.ts'
import { previewText } from '#core/ingest/csv/preview-text.ts'
import { guessEncoding } from '#core/ingest/encoding/guess-encoding.ts'
import { formatOf } from '#core/ingest/excel/number-format.ts'
import { showNumber } from '#core/ingest/excel/show-number.ts'
import { attributeOf, unescapeText } from '#core/ingest/excel/xml-scanner.ts'
import { JsonText } from '#core/ingest/json/json-text.ts'
import { nameColumns } from '#core/ingest/name-columns.ts'
import { layoutOf } from '#core/ingest/sqlite/table-sql.ts'
import { titleOfFile } from '#core/ingest/title-of-file.ts'
import { labelOfName, wordsOfName } from '#core/profile/name-words.ts'
import { shapesOf } from '#core/profile/shapes/shape-of-text.ts'
import { zoneOf } from '#core/query/calendar/zone.ts'
import { periodOf } from '#core/query/period.ts'
import { check } from '#core/semantic/formula/check/check.ts'
import { complete } from '#core/semantic/formula/complete.ts'
import { parse } from '#core/semantic/formula/parse.ts'
import { scopeOf } from '#core/semantic/formula/scope.ts'
import { readDuration } from '#core/table/duration.ts'

/** A text, and one four times as long: linear work grows by four, quadratic by sixteen. */
const [short, long] = [4_000, 16_000]
const mostGrowth = 9
/** Milliseconds of this thread's own work; less than this tells nothing. */
const telling = 80

const parts = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u200b',
  'a',
  'A',
  '1',
  '0',
  '.',
  ',',
  '-',
  '+',
  '@',
  '/',
  '/*',
  '--',
  '[',
  '(',
  '{',
]
const more = [
  '"',
  '""',
  "'",
  '\\',
  '\\n',
  '&',
  '&a',
  '_x',
  '<',
  '=',
  ':',
  ';',
  '#',
  '1,',
  '1.',
  'a.',
  '.a',
  '@a',
  'a ',
  ' a',
]
const pairs = ['1 a', 'a-', 'é', 'Ж', '😀', '\u0000', '[a', '$1', 'x=', '1e', '% ', 'aA', 'and ', '\r']
const ends = ['', 'x', '!', '1', '"', '\n', ']']

const scope = scopeOf([{ name: 't', type: 'text' }])
const table = (text: string) => ({
  rows: 1,
  columns: [{ name: 't', type: 'text' as const, codes: Int32Array.of(0), dictionary: [text] }],
})

/** A formula of one text, as the engine computes it. */
function computed(formula: string): (text: string) => unknown {
  const checked = check(formula, scope)
  if (!checked.ok) throw new Error(checked.error.message)
  const compute = compileExpression(checked.value.expression, { zone: zoneOf(undefined), charge: () => {} })
  return (text) => compute(table(text))
}

/** Every function of the core that is given a text as somebody wrote it. */
const functions: Readonly<Record<string, (text: string) => unknown>> = {
  trim: (text) => trimmed(text, true),
  numberIn,
  fingerprint,
  ngramFingerprint,
  csvRecord: (text) => csvRecord([text]),
  formatCell: (text) => formatCell(text, 'duration', { type: 'duration' }),
  maskEmail,
  likelihood: (text) => new ColumnShapes([[text]], 1).likelihood(0, text),
  kindOf,
  kindBelow,
  previewText: (text) => previewText(new TextEncoder().encode(text), true),
  guessEncoding: (text) => guessEncoding(new TextEncoder().encode(text).subarray(0, 1 << 14)),
  formatOf,
  showNumber: (text) => showNumber(1.5, formatOf(text).code, false),
  attributeOf: (text) => attributeOf(` ${text}`, 'a'),
  unescapeText,
  json: (text) => thrown(() => new JsonText(`{"a":[${text}]}`).flatten('', () => {})),
  jsonText: (text) => thrown(() => new JsonText(`{"a":"${text}"}`).flatten('', () => {})),
  nameColumns: (text) => nameColumns([text, text, ''], 3),
  layoutOf: (text) => layoutOf(`CREATE TABLE t(${text})`),
  titleOfFile,
  wordsOfName,
  labelOfName,
  shapesOf,
  periodOf: (text) => periodOf(text),
  complete: (text) => complete(text, text.length, scope),
  parse,
  parseShort: (text) => parse(text.slice(0, 9000)),
  readDuration,
  upper: computed('upper(t)'),
  lower: computed('lower(t)'),
  trimmed: computed('trim(t)'),
  number: computed('number(t)'),
  date: computed('date(t)'),
  contains: computed("contains(t, 'b')"),
  replace: computed("replace(t, 'a', 'bc')"),
  splitPart: computed("split_part(t, 'a', 90)"),
  position: computed("position(t, 'zz')"),
  left: computed('left(t, 9)'),
  right: computed('right(t, 9)'),
}

function thrown(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

function worked(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

const leastOf = (times: number, work: () => unknown): number =>
  Math.min(...Array.from({ length: times }, () => worked(work)))

/** Does it take more than linear time for texts of one part? */
function isSlow(apply: (text: string) => unknown, part: string, end: string): boolean {
  const textOf = (length: number): string => `${part.repeat(Math.floor(length / part.length))}${end}`
  if (worked(() => apply(textOf(long))) < telling) return false
  return leastOf(2, () => apply(textOf(long))) > mostGrowth * leastOf(3, () => apply(textOf(short)))
}

describe('a function of a text that somebody wrote', () => {
  test.each(Object.entries(functions))('%s takes linear time', (_, apply) => {
    const slow = [...parts, ...more, ...pairs].flatMap((part, at) =>
      ['!', ends[at % ends.length] ?? ''].filter((end) => isSlow(apply, part, end)).map((end) => `${part} … ${end}`),
    )
    expect(slow).toEqual([])
  })

  test('that is quadratic is told', () => {
    expect(isSlow((text) => text.replace(/\s+$/, ''), ' ', '!')).toBe(true)
    expect(isSlow((text) => text.trim(), ' ', '!')).toBe(false)
  })
})
