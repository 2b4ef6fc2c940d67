import type { ReceiptBody } from './receipt.ts'

/** One thing that verifying found, in a sentence. */
export type Finding = {
  readonly about: 'signature' | 'data' | 'model' | 'engine' | 'result'
  readonly isSame: boolean
  readonly text: string
}

function ofData(then: ReceiptBody, now: ReceiptBody): Finding {
  const joinedThen = JSON.stringify(then.joined.map(({ hash }) => hash))
  const isSame =
    then.dataset.hash === now.dataset.hash && joinedThen === JSON.stringify(now.joined.map((each) => each.hash))
  if (isSame)
    return {
      about: 'data',
      isSame,
      text: `The data is the same: version ${now.dataset.version} of ${now.dataset.name}.`,
    }
  const versions =
    then.dataset.version === now.dataset.version
      ? 'a dataset that it is joined with has changed'
      : `version ${then.dataset.version} then, version ${now.dataset.version} now`
  return { about: 'data', isSame, text: `The data has changed: ${versions}.` }
}

function ofModel(then: ReceiptBody, now: ReceiptBody): Finding {
  const isSame = then.model === now.model
  const text = isSame
    ? 'Columns and measures mean the same.'
    : `What columns and measures mean was edited: version ${then.model} of the model then, ${now.model} now.`
  return { about: 'model', isSame, text }
}

function ofEngine(then: ReceiptBody, now: ReceiptBody): Finding {
  const isSame = then.engine === now.engine
  const text = isSame
    ? 'The same engine computed it.'
    : `Another engine computed it: ${then.engine} then, ${now.engine} now.`
  return { about: 'engine', isSame, text }
}

function ofResult(then: ReceiptBody, now: ReceiptBody): Finding {
  const isSame = then.result.hash === now.result.hash
  if (isSame) return { about: 'result', isSame, text: 'The same result came out again.' }
  const rows = then.rows === now.rows ? '' : ' Another part of the rows is seen by whoever verifies it.'
  const text =
    then.answer === now.answer
      ? `Another result came out: ${then.result.rows} rows then, ${now.result.rows} now, some of them different.`
      : `Another result came out now: ${now.answer}`
  return { about: 'result', isSame, text: `${text}${rows}` }
}

/** What changed between a receipt and the same computation now. */
export const compareReceipts = (then: ReceiptBody, now: ReceiptBody): readonly Finding[] => [
  ofData(then, now),
  ofModel(then, now),
  ofEngine(then, now),
  ofResult(then, now),
]
