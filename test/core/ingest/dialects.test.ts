import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectDialect } from '#core/ingest/csv/detect-dialect.ts'
import { detectEncoding } from '#core/ingest/encoding/detect-encoding.ts'
import { sampleText } from '#core/ingest/encoding/text-bytes.ts'
import { benchFolder, hasBench, readText } from '../../support/table-files.ts'

const delimiters: Readonly<Record<string, string>> = {
  comma: ',',
  tab: '\t',
  semicolon: ';',
  vslash: '|',
  space: ' ',
  colon: ':',
}

type Label = { readonly file: string; readonly delimiter: string }

async function labels(): Promise<Label[]> {
  const { rows } = await readText(readFileSync(join(benchFolder, '2_csv/dialects/annotations.csv'), 'utf8'), {
    raw: true,
  })
  return rows.map((row) => ({
    file: String(row['file']),
    delimiter: delimiters[String(row['fields_delimiter'])] ?? '?',
  }))
}

describe.skipIf(!hasBench)('[R1] labelled dialects', () => {
  test('at least 90 % of the delimiters are found', async () => {
    const wrong: string[] = []
    const all = await labels()
    for (const { file, delimiter } of all) {
      const bytes = new Uint8Array(readFileSync(join(benchFolder, '2_csv/dialects/files', file)))
      const found = detectDialect(sampleText(bytes, detectEncoding(bytes)), true).delimiter
      if (found !== delimiter) wrong.push(`${file}: ${JSON.stringify(found)} for ${JSON.stringify(delimiter)}`)
    }
    if (wrong.length > 0) process.stdout.write(`delimiters not found: ${wrong.join('; ')}\n`)
    expect(all.length).toBeGreaterThan(10)
    expect(wrong.length).toBeLessThanOrEqual(all.length * 0.1)
  })
})
