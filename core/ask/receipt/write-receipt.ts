import type { Receipt } from './receipt.ts'

/** A receipt as a file: the same JSON, laid out for reading. */
export const writeReceipt = (of: Receipt): string => `${JSON.stringify(of, null, 2)}\n`
