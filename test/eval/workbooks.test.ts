import { expect, test } from 'vitest'
import { hasWorkbooks, scoreOutcomes, scoreSheets } from './workbooks.ts'

test.skipIf(!hasWorkbooks())('[X6, X7] sheets are what Excel itself saves as CSV, and locked ones say so', async () => {
  const sheets = await scoreSheets()
  for (const { name, cells, same, refusal } of sheets) {
    if (name.startsWith('password')) expect(refusal).toContain('is protected by a password')
    else expect({ name, same, refusal }).toEqual({ name, same: cells, refusal: null })
  }
  expect(sheets.length).toBeGreaterThan(0)
})

test.skipIf(!hasWorkbooks())(
  '[X7] every workbook is read, or refused in a sentence',
  async () => {
    for (const { name, refusal } of await scoreOutcomes()) {
      if (refusal !== null)
        expect({ name, refusal }).toEqual({ name, refusal: expect.stringMatching(/^[^.]+\..* (is|cannot) /) })
    }
  },
  60_000,
)
