import type { Budget } from '../../budget.ts'
import { type DetectedEncoding, judgeUtf8 } from '../encoding/detect-encoding.ts'
import { EncodingEvidence, guessEncoding } from '../encoding/guess-encoding.ts'
import type { EncodingId } from '../encoding/registry.ts'
import { textBytes } from '../encoding/text-bytes.ts'
import { Utf8Validity } from '../encoding/utf8-validity.ts'
import type { FileInput } from '../file-input.ts'
import { ColumnEvidence } from '../types/column-evidence.ts'
import { blocksOf, type Witnesses } from './blocks.ts'
import type { Layout } from './layout.ts'
import type { Outline } from '../layout/outline.ts'
import { TokenRecords } from './token-records.ts'

/** Of the work of loading a file, the first reading is this share. */
export const surveyShare = 0.3

export type Survey = {
  readonly evidence: readonly ColumnEvidence[]
  readonly rows: number
  /** Rows that have cells beyond the last column. */
  readonly surplusRows: number
  /** The encoding by the evidence of the whole file; another than the layout's means: survey again. */
  readonly encoding: DetectedEncoding
  /** Was there no character to leave out or to mend? */
  readonly isClean: boolean
}

/** What stops a long reading, and who watches it. */
export type Watch = {
  readonly budget: Budget
  readonly bytes: (count: number) => void
  readonly signal: AbortSignal | undefined
  /** Sees every record, where the file's outline is still to be found. */
  readonly outline: Outline | null
  /** Is the encoding still to be judged by the whole file? */
  readonly judgesEncoding: boolean
}

const isEightBit = (encoding: EncodingId): boolean => !encoding.startsWith('utf-16')

/** The encoding by all of a file, whose bytes were counted; only where they are no UTF-8 are they looked at again. */
async function judged(file: FileInput, before: DetectedEncoding, validity: Utf8Validity): Promise<DetectedEncoding> {
  const unicode = judgeUtf8(validity)
  if (unicode !== null) return unicode === before.id ? before : { id: unicode, mark: before.mark, why: null }
  const evidence = new EncodingEvidence()
  for await (const chunk of file.open()) {
    evidence.add(chunk)
    if (evidence.isEnough) break
  }
  return { ...guessEncoding(evidence.end()), mark: before.mark }
}

/** What shows an outline every record; nothing where there is none to be found. */
function observing(outline: Outline | null, { headerRecords }: Layout): Pick<Witnesses, 'records'> {
  if (outline === null) return {}
  const view = new TokenRecords(headerRecords[0])
  return { records: (bytes, tokens) => outline.observe(view.of(bytes, tokens)) }
}

/** Reads the whole file once to see what every column holds; null when it was stopped. */
export async function surveyFile(file: FileInput, layout: Layout, watch: Watch): Promise<Survey | null> {
  const validity = new Utf8Validity()
  const evidence = Array.from({ length: layout.width }, () => new ColumnEvidence())
  const judges = watch.judgesEncoding && isEightBit(layout.encoding.id)
  let isClean = true
  const text = textBytes(file, layout.encoding, {
    seen: (bytes) => {
      watch.bytes(bytes.length)
      if (judges) validity.add(bytes)
    },
    nuls: () => void (isClean = false),
    mended: () => void (isClean = false),
  })
  let [rows, surplusRows] = [0, 0]
  const witnesses = {
    keepsSurplus: true,
    ...observing(watch.outline, layout),
  }
  for await (const block of blocksOf(text, layout, witnesses, watch.budget)) {
    if (watch.signal?.aborted) return null
    rows += block.rows
    surplusRows += block.surplus?.length ?? 0
    for (const [column, seen] of evidence.entries()) seen.observe(block, column)
  }
  validity.end()
  const encoding = judges ? await judged(file, layout.encoding, validity) : layout.encoding
  return { evidence, rows, surplusRows, encoding, isClean }
}
