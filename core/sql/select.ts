import { list, name, Sql, sql } from './sql.ts'

export type Output = { readonly sql: Sql; readonly as: string }

/** One SELECT by clause. */
export type Select = {
  readonly columns: readonly Output[]
  /** Selects all columns of its source before its own. */
  readonly keepsAll?: boolean
  readonly from: Sql
  readonly where?: readonly Sql[]
  readonly groupBy?: readonly Sql[]
  readonly orderBy?: readonly Sql[]
  readonly limit?: Sql
}

export type Layer = { readonly name: string; readonly select: Select }

const comma = sql`,
  `
const and = sql`
  AND `

/** Layers that each select from the previous one, and the final SELECT. */
export function writeStatement(layers: readonly Layer[], last: Select): Sql {
  if (layers.length === 0) return writeSelect(last)
  const written = layers.map(
    (layer) => sql`${name(layer.name)} AS (
  ${indented(writeSelect(layer.select))}
)`,
  )
  return sql`WITH ${list(
    written,
    sql`,
`,
  )}
${writeSelect(last)}`
}

function writeSelect({ columns, keepsAll, from, where = [], groupBy = [], orderBy = [], limit }: Select): Sql {
  const outputs = [...(keepsAll ? [sql`${from}.*`] : []), ...columns.map(writeOutput)]
  return list(
    [
      outputs.length === 1
        ? sql`SELECT ${list(outputs)}`
        : sql`SELECT
  ${list(outputs, comma)}`,
      sql`
FROM ${from}`,
      ...(where.length > 0
        ? [
            sql`
WHERE ${list(where, and)}`,
          ]
        : []),
      ...(groupBy.length > 0
        ? [
            sql`
GROUP BY ${list(groupBy)}`,
          ]
        : []),
      ...(orderBy.length > 0
        ? [
            sql`
ORDER BY ${list(orderBy)}`,
          ]
        : []),
      ...(limit
        ? [
            sql`
${limit}`,
          ]
        : []),
    ],
    sql``,
  )
}

/** A column that already has the name needs no AS. */
function writeOutput({ sql: written, as }: Output): Sql {
  return isNamed(written, as) ? written : sql`${written} AS ${name(as)}`
}

export function isNamed({ pieces }: Sql, as: string): boolean {
  const parts = pieces.filter((piece) => piece.type !== 'text' || piece.text !== '')
  const [only] = parts
  return parts.length === 1 && only?.type === 'name' && only.path.at(-1) === as
}

/** Indents lines; only generated text contains line breaks outside values. */
const indented = ({ pieces }: Sql): Sql =>
  new Sql(
    pieces.map((piece) =>
      piece.type === 'text' ? { type: 'text', text: piece.text.replaceAll('\n', '\n  ') } : piece,
    ),
  )
