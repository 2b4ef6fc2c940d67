import { describe, expect, test } from 'vitest'
import { unpackLz4 } from '#core/ingest/arrow/lz4.ts'
import { arrowFile, arrowTable, longNumbers } from '../../support/arrow-file.ts'
import { readAny } from '../../support/read-workbook.ts'
import { fileOf } from '../../support/table-files.ts'

const forms = [true, false].flatMap((isStream) =>
  (['none', 'zstd', 'lz4'] as const).map((packing) => ({ isStream, packing })),
)

describe('Arrow', () => {
  test.each(forms)('[W1, W2] every type is read: %o', async (form) => {
    const table = await readAny(fileOf('a.arrow', arrowFile(arrowTable(7), form, 2), 500))
    if ('code' in table) throw new Error(table.message)
    expect(table.types).toEqual({
      whole: 'integer',
      half: 'decimal',
      even: 'boolean',
      day: 'date',
      moment: 'timestamp',
      clock: 'text',
      span: 'duration',
      word: 'text',
      choice: 'text',
      short: 'integer',
      long: 'text',
      price: 'decimal',
      'nested.x': 'integer',
      'nested.y': 'text',
      list: 'text',
    })
    expect(table.rows).toHaveLength(7)
    expect(table.rows[5]).toEqual({
      whole: 5,
      half: 2.5,
      even: false,
      day: '2020-01-06',
      moment: '2020-01-01T01:02:05.123Z',
      clock: '09:30:00.5',
      span: '0:07:30',
      word: 'x5',
      choice: 'odd',
      short: 5,
      long: '9007199254740998',
      price: 0.05,
      'nested.x': 5,
      'nested.y': 'q5',
      list: '[5,6]',
    })
    expect(table.rows[3]?.['half']).toBeNull()
  })

  test('[W2] no digit is lost unsaid', async () => {
    const form = { isStream: false, packing: 'none' } as const
    const long = longNumbers([1234567890123456789012n, -5n, 0n], [1_704_067_200_123_456n, -1n, 1000n])
    const table = await readAny(fileOf('a.arrow', arrowFile(long, form)))
    if ('code' in table) throw new Error(table.message)
    expect(table.rows).toEqual([
      { amount: '12345678901234567890.12', moment: '2024-01-01T00:00:00.123Z' },
      { amount: '-0.05', moment: '1969-12-31T23:59:59.999Z' },
      { amount: '0.00', moment: '1970-01-01T00:00:00.001Z' },
    ])
    expect(table.report.notes).toEqual([
      '“amount”: numbers with more digits than can be computed with exactly, kept as text.',
      '“moment”: 2 times are finer than a millisecond; the digits beyond it were cut off.',
    ])
  })

  test('[W1] many rows come whole and in order', async () => {
    const bytes = arrowFile(arrowTable(9000).select(['whole', 'choice']), { isStream: false, packing: 'none' }, 3)
    const table = await readAny(fileOf('a.feather', bytes))
    if ('code' in table) throw new Error(table.message)
    expect(table.rows).toHaveLength(9000)
    expect(table.rows.every(({ whole, choice }, row) => whole === row && choice === (row % 2 ? 'odd' : 'even'))).toBe(
      true,
    )
  })

  test.each(forms)('[W3] what breaks off is refused with a sentence: %o', async (form) => {
    const bytes = arrowFile(arrowTable(100), form, 2)
    const cut = await readAny(fileOf('a.arrow', bytes.subarray(0, bytes.length / 2)))
    expect(cut).toMatchObject({ code: 'file/broken' })
    expect('message' in cut && cut.message).toBe('a.arrow cannot be read as an Arrow file: it is cut short.')
  })

  test('[W1] LZ4 repeats what it has written, over the seams of blocks', () => {
    // abc, repeated 12 bytes long; then a block that repeats 4 bytes from 12 before, and 5 literals.
    const first = [0x38, 97, 98, 99, 3, 0]
    const second = [0x00, 12, 0, 0x50, 100, 101, 102, 103, 104]
    const block = (bytes: readonly number[]): number[] => [bytes.length, 0, 0, 0, ...bytes]
    const frame = [0x04, 0x22, 0x4d, 0x18, 0x40, 0x40, 0, ...block(first), ...block(second), 0, 0, 0, 0]
    expect(new TextDecoder().decode(unpackLz4(Uint8Array.from(frame), 24))).toBe('abcabcabcabcabcabcadefgh')
  })
})
