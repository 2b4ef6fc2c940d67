import { answerReading } from '#core/ask/answer-reading.ts'
import { askable } from '#core/ask/askable.ts'
import { makeReading } from '#core/ask/make-reading.ts'
import type { ReceiptBody } from '#core/ask/receipt/receipt.ts'
import { resultText } from '#core/ask/receipt/result-text.ts'
import { mayReadWhole } from '#core/access/visibility.ts'
import { runSteps } from '#core/engine/steps/run-steps.ts'
import type { Failure } from '#core/errors.ts'
import type { Query } from '#core/query/query.ts'
import { resolveQuery } from '#core/query/resolve-query.ts'
import { readQuery } from '#core/query/validate-query.ts'
import { ok, type Result } from '#core/result.ts'
import { writeQuery } from '#core/sql/compile-query.ts'
import { duckdb } from '#core/sql/dialects/duckdb.ts'
import { tableNameOf } from '#core/sql/gate/name-tables.ts'
import type { SqlTables } from '#core/sql/table.ts'
import { viewOf } from '#core/sql/view.ts'
import { hashOfData } from '../data/data-hash.ts'
import type { OpenDataset } from '../data/open-dataset.ts'
import { type Prepared, prepareQuery } from '../data/prepare-query.ts'
import { digest } from '../security/digest.ts'
import type { Service } from '../service.ts'
import { resultVersion, tableOfQuery } from './answer-query.ts'

type Means = Parameters<typeof tableOfQuery>[0] & Pick<Service, 'now'>

const tablesOf = ({ dataset, profile }: OpenDataset, { joined }: Prepared): SqlTables =>
  Object.fromEntries(
    [{ dataset, profile }, ...joined.values()].map((each) => [
      each.dataset.id,
      viewOf(
        tableNameOf(each.dataset.name),
        each.profile.columns.map(({ name, type }) => ({ name, type })),
      ),
    ]),
  )

/** The statements that give the result, in order; several where a Query needs several passes. */
async function sqlOf(means: Means, open: OpenDataset, prepared: Prepared): Promise<readonly string[]> {
  const tables = tablesOf(open, prepared)
  const written: string[] = []
  await runSteps(prepared.query, async (plain) => {
    written.push(writeQuery(plain, tables, duckdb))
    return tableOfQuery(means, open, plain)
  })
  return written
}

/** One receipt that is still to be signed. Title and answer follow from the Query and the model alone. */
async function bodyOf(means: Means, open: OpenDataset, asked: Query): Promise<Result<ReceiptBody, Failure>> {
  const { dataset, model, whole, principal } = open
  const prepared = await prepareQuery(means, open, asked)
  if (!prepared.ok) return prepared
  const reading = makeReading({ query: asked, chart: null, evidence: [], score: 1 }, askable(model))
  const answered = await answerReading([reading], { model, run: (each) => tableOfQuery(means, open, each) })
  if (!answered.ok) return answered
  const { table, text } = answered.value
  const seesAll = mayReadWhole(whole, principal)
  return ok({
    edgewise: 'receipt 1',
    title: reading.title,
    answer: text,
    dataset: { id: dataset.id, name: dataset.name, version: dataset.version.number, hash: hashOfData(open) },
    joined: [...prepared.value.joined.values()].map((each) => ({
      id: each.dataset.id,
      version: each.dataset.version.number,
      hash: hashOfData(each),
    })),
    model: whole.version,
    rows: seesAll ? 'all' : 'those that the asker may see',
    query: asked,
    sql: seesAll ? [...(await sqlOf(means, open, prepared.value))] : [],
    engine: `Edgewise ${means.config.version}, results ${resultVersion}`,
    result: { rows: table.rows, columns: table.columns.map(({ name }) => name), hash: digest(resultText(table)) },
    time: means.now().toISOString(),
  })
}

/** Computes a Query and all that a receipt says of it, with periods written out as dates. */
export async function computeReceipt(
  means: Means,
  open: OpenDataset,
  input: unknown,
): Promise<Result<ReceiptBody, Failure>> {
  const read = readQuery(input)
  if (!read.ok) return read
  return bodyOf(means, open, resolveQuery(read.value, open.whole, means.now().getTime()))
}
