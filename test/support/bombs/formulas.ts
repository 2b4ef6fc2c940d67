import { queryBudget } from '#core/engine/query-budget.ts'
import { runQuery } from '#core/engine/run-query.ts'
import { validateQuery } from '#core/query/validate-query.ts'
import { tableSource } from '#core/table/table-source.ts'
import type { Table } from '#core/table/table.ts'
import type { Random } from '../random.ts'
import type { Bomb, BombKind } from './bomb.ts'

function rowsOf(random: Random, wanted: number): Table {
  const rows = Math.floor(wanted)
  const texts = Math.max(1, Math.min(rows, random.pick([3, 1000, rows])))
  const long = random.pick(['a', 'ab ', 'Ж', '  ']).repeat(random.pick([1, 10, 40]))
  return {
    rows,
    columns: [
      {
        name: 't',
        type: 'text',
        codes: Int32Array.from({ length: rows }, (_, row) => row % texts),
        dictionary: Array.from({ length: texts }, (_, at) => `${long}${at}`),
      },
      {
        name: 'u',
        type: 'text',
        codes: Int32Array.from({ length: rows }, (_, row) => (row * 7) % texts),
        dictionary: Array.from({ length: texts }, (_, at) => `${at}${long}`),
      },
      { name: 'x', type: 'decimal', values: Float64Array.from({ length: rows }, (_, row) => row / 3) },
    ],
  }
}

function bomb(label: string, table: Table, query: object): Bomb {
  return {
    label: `${label} (${table.rows} rows)`,
    run: async (pause) => {
      const valid = validateQuery({ dataset: 'd', ...query }, table.columns)
      if (!valid.ok) return valid
      return runQuery(valid.value, tableSource([table]), undefined, queryBudget(pause))
    },
  }
}

/** Columns calculated by formulas, of which the last is counted. */
const counted = (label: string, table: Table, formulas: readonly string[]): Bomb =>
  bomb(label, table, {
    calculations: formulas.map((formula, at) => ({ name: `c${at}`, formula })),
    measures: formulas.slice(0, 20).map((_, at) => ({ aggregate: 'countDistinct', column: `c${at}` })),
  })

const joined = (count: number, part: (at: number) => string, sign: string): string =>
  Array.from({ length: Math.max(1, Math.floor(count)) }, (_, at) => part(at)).join(sign)

/** Formulas and filters of few words and much work; the size is that of the rows. */
export const formulaBombs: Readonly<Record<string, BombKind>> = {
  'texts put together': (random, size) =>
    counted('texts put together', rowsOf(random, size / 4), [
      joined(1 + random.below(499), () => random.pick(['t', 'u']), ' & '),
    ]),
  'texts that double': (random, size) =>
    counted(
      'texts that double',
      rowsOf(random, size / 10),
      Array.from({ length: 1 + random.below(60) }, (_, at) => (at === 0 ? 't & u' : `c${at - 1} & c${at - 1}`)),
    ),
  'letters replaced by pages': (random, size) => {
    const page = random.pick(['a', 'ab', ' ']).repeat(random.pick([10, 1000, 3000]))
    const times = 1 + random.below(3)
    const formula = Array.from({ length: times }).reduce<string>(
      (inner) => `replace(${inner}, '${page[0]}', '${page}')`,
      't',
    )
    return counted('letters replaced by pages', rowsOf(random, size / 20), [formula])
  },
  'many long calculations': (random, size) =>
    counted(
      'many long calculations',
      rowsOf(random, size),
      Array.from({ length: 1 + random.below(100) }, () =>
        joined(random.pick([5, 50, 450]), (at) => `x * ${at}`, ' + '),
      ),
    ),
  'functions in functions': (random, size) => {
    const [name, rest] = random.pick([
      ['trim', ''],
      ['upper', ''],
      ['lower', ''],
      ['abs', ''],
      ['left', ', 5'],
      ['replace', ", 'a', 'b'"],
    ])
    const depth = random.pick([10, 55, 80])
    return counted('functions in functions', rowsOf(random, size / 2), [
      `${`${name}(`.repeat(depth)}${name === 'abs' ? 'x' : 't'}${`${rest})`.repeat(depth)}`,
    ])
  },
  'cases without end': (random, size) =>
    counted('cases without end', rowsOf(random, size / 2), [
      `case ${joined(random.below(200) + 1, (at) => `when x > ${at} then ${random.pick(['t', "'a'", 'u'])}`, ' ')} else u end`,
    ]),
  'one of many values': (random, size) =>
    counted('one of many values', rowsOf(random, size / 2), [
      `t in (${joined(1 + random.below(1500), (at) => (random.chance(0.5) ? `'v${at}'` : 'u'), ', ')})`,
    ]),
  'comparisons without end': (random, size) =>
    bomb('comparisons without end', rowsOf(random, size / 2), {
      filters: [
        {
          op: random.pick(['and', 'or']),
          filters: Array.from({ length: 1 + random.below(500) }, (_, at) =>
            random.pick([
              { op: 'contains', column: 't', text: `a${at}` },
              { op: 'endsWith', column: 'u', text: 'b'.repeat(at + 1) },
              { op: 'less', column: 'x', value: at },
            ]),
          ),
        },
      ],
      measures: [{ aggregate: 'count' }],
    }),
  'measures of measures': (random, size) =>
    bomb('measures of measures', rowsOf(random, size / 2), {
      dimensions: random.chance(0.5) ? [{ column: 't' }] : [],
      measures: Array.from({ length: 1 + random.below(20) }, (_, at) => ({
        aggregate: 'formula',
        as: `m${at}`,
        formula: joined(1 + random.below(120), (part) => `sum(x * ${part + at})`, ' + '),
      })),
    }),
  'blanks around texts': (random, size) => {
    const blank = random.pick([' ', '\t', '\n']).repeat(Math.min(2_000_000, size))
    const table: Table = {
      rows: 3,
      columns: [
        {
          name: 't',
          type: 'text',
          codes: Int32Array.of(0, 1, 2),
          dictionary: [`a${blank}b`, `${blank}1`, `1${blank}`],
        },
      ],
    }
    return counted('blanks around texts', table, [
      'trim(t)',
      'number(t)',
      'upper(t)',
      "split_part(t, ' ', 3)",
      'length(t)',
    ])
  },
}
