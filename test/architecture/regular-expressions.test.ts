import { describe, expect, test } from 'vitest'
import { analyse } from 'scslre'
import { expressionsIn } from '../support/regular-expressions.ts'

/** Folders whose code reads what people upload or write. */
const folders = ['table', 'ingest', 'profile', 'semantic', 'format', 'clean', 'query', 'engine'].map(
  (part) => `core/${part}`,
)

/** Expressions that take more than linear time, on texts that cannot be long: by their file, why. */
const bounded: Readonly<Record<string, string>> = {
  'core/engine/formula/cast-kernels.ts': 'the digits of one number',
  'core/format/format-number.ts': 'the digits of one number',
  'core/ingest/excel/format-tokens.ts': 'a format of at most 255 characters',
  'core/ingest/excel/number-format.ts': 'a format of at most 255 characters',
  'core/ingest/excel/show-fraction.ts': 'a format of at most 255 characters',
  'core/ingest/excel/show-number.ts': 'the digits of one number',
  'core/profile/shapes/shape-of-text.ts': 'texts of at most 200 characters, as the table of shapes says',
  'core/semantic/formula/functions/function.ts': 'names of parameters, which are ours',
  'core/semantic/packs/packs-for.ts': 'questions of packs, which are ours',
  'core/table/duration.ts': 'texts of at most 60 characters',
  'core/table/value-text.ts': 'the digits of one number',
}

/** Those that are made of what people write, once it is escaped. */
const madeOf: readonly string[] = [
  'core/ingest/csv/detect-dialect.ts',
  'core/clean/steps/extract.ts',
  'core/clean/steps/replace-values.ts',
]

const { literals, made } = expressionsIn(folders)

/** Why an expression may take more than linear time; null where it does not. */
function problemOf(source: string, flags: string): string | null {
  const { reports } = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } })
  return reports.length === 0 ? null : [...new Set(reports.map(({ type }) => type))].join(', ')
}

describe('regular expressions on what people bring', () => {
  test('take linear time, whatever the text', () => {
    expect(literals.length).toBeGreaterThan(200)
    const slow = literals.flatMap(({ file, source, flags }) => {
      const problem = file in bounded ? null : problemOf(source, flags)
      return problem === null ? [] : [`${file}: /${source}/${flags} (${problem})`]
    })
    expect(slow).toEqual([])
  })

  test('are known to be slow only where texts are short', () => {
    const slow = new Set(
      literals.filter(({ source, flags }) => problemOf(source, flags) !== null).map(({ file }) => file),
    )
    expect(Object.keys(bounded).filter((file) => !slow.has(file))).toEqual([])
  })

  test('are made of other text in a few places, which escape it', () => {
    expect(made.filter((place) => !madeOf.some((file) => place.startsWith(file)))).toEqual([])
  })

  test.each([
    ['\\s+$', ''],
    ['(a+)+b', ''],
    ['^\\s*x?\\s*y', ''],
    ['(\\s|x)*$', 'g'],
  ])('a slow one is told: /%s/%s', (source, flags) => {
    expect(problemOf(source, flags)).not.toBeNull()
  })
})
