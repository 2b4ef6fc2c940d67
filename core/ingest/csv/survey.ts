import { judgeUtf8 } from '../encoding/detect-encoding.ts'
import type { EncodingId } from '../encoding/registry.ts'
import { textBytes } from '../encoding/text-bytes.ts'
import { Utf8Validity } from '../encoding/utf8-validity.ts'
import type { FileInput } from '../file-input.ts'
import { ColumnEvidence } from '../types/column-evidence.ts'
import { blocksOf } from './blocks.ts'
import type { Layout } from './layout.ts'
import type { Outline } from './outline.ts'

export type Survey = {
  readonly evidence: readonly ColumnEvidence[]
  readonly rows: number
  /** The encoding by the evidence of the whole file; another than the layout's means: survey again. */
  readonly encoding: EncodingId
}

/** What stops a long reading, and who watches it. */
export type Watch = {
  readonly bytes: (count: number) => void
  readonly signal: AbortSignal | undefined
  /** Sees every record, where the file's outline is still to be found. */
  readonly outline: Outline | null
}

const isEightBit = (encoding: EncodingId): boolean => !encoding.startsWith('utf-16')

/** Reads the whole file once to see what every column holds; null when it was stopped. */
export async function surveyFile(file: FileInput, layout: Layout, watch: Watch): Promise<Survey | null> {
  const validity = new Utf8Validity()
  const evidence = Array.from({ length: layout.width }, () => new ColumnEvidence())
  const judges = isEightBit(layout.encoding.id)
  const text = textBytes(file, layout.encoding, {
    seen: (bytes) => {
      watch.bytes(bytes.length)
      if (judges) validity.add(bytes)
    },
  })
  let rows = 0
  for await (const block of blocksOf(text, layout, watch.outline === null ? {} : { records: watch.outline.observe })) {
    if (watch.signal?.aborted) return null
    rows += block.rows
    for (const [column, seen] of evidence.entries()) seen.observe(block, column)
  }
  validity.end()
  return { evidence, rows, encoding: judges ? judgeUtf8(validity) : layout.encoding.id }
}
