import { parquetSource } from '#core/table/parquet-source.ts'
import { engineAnswer } from './engine-answer.ts'
import { withFile } from './file-on-disk.ts'

/** Answers a question over a Parquet file as the edge does: nothing of it is kept. */
await withFile(process.argv[2] ?? '', async (bytes) => {
  const source = await parquetSource(bytes)
  if (!source.ok) throw new Error(source.error.message)
  await engineAnswer(JSON.parse(process.argv[3] ?? ''), source.value)
})
