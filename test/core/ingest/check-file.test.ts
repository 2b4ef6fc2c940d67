import { describe, expect, test } from 'vitest'
import { acceptedExtensions } from '#core/ingest/accepted-extensions.ts'
import { readers } from '#core/ingest/registry.ts'
import { checkFile } from '#core/ingest/sniff.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
const limit = 100_000_000

describe('a file is judged before it is read', () => {
  test.each([
    ['[F1] an empty file', 'a.csv', 0, new Uint8Array(0), 'file/empty', 'a.csv is empty.'],
    [
      '[F1] one over the limit',
      'a.csv',
      200_000_000,
      bytes('a,b\n1,2'),
      'file/too-large',
      'a.csv is 200 MB; files may be up to 100 MB here.',
    ],
    [
      '[F1] a picture named .csv',
      'a.csv',
      12,
      png,
      'file/wrong-kind',
      'a.csv is a PNG image, not a table that can be read here.',
    ],
    [
      '[F1] a document that begins as a workbook does',
      'a.docx',
      4,
      Uint8Array.of(0x50, 0x4b, 3, 4),
      'file/wrong-kind',
      'a.docx is a Word document, not a table that can be read here.',
    ],
    [
      '[F1] a web page',
      'a.csv',
      20,
      bytes('\n<!DOCTYPE html><html>'),
      'file/wrong-kind',
      'a.csv is a web page, not a table that can be read here.',
    ],
    [
      '[F1] binary without a known beginning',
      'a.csv',
      600,
      Uint8Array.from({ length: 600 }, (_, i) => (i * 7919) % 32),
      'file/wrong-kind',
      'a.csv is a binary file, not a table that can be read here.',
    ],
    [
      '[F2] a script',
      'a.py',
      20,
      bytes('a = 1, 2'),
      'file/wrong-kind',
      'a.py is a .py file, not a table that can be read here.',
    ],
  ] as const)('%s is refused with a sentence', (...[, name, size, head, code, sentence]) => {
    const checked = checkFile(name, size, head, limit)
    expect(checked).toMatchObject({ ok: false, error: { code } })
    if (!checked.ok && sentence !== null) expect(checked.error.message).toBe(sentence)
    if (!checked.ok) expect(checked.error.hint).not.toBe('')
  })

  test.each([
    ['a.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4), 'excel'],
    ['named-wrongly.csv', Uint8Array.of(0x50, 0x4b, 3, 4), 'excel'],
    ['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'excel'],
    ['a.json', bytes('[{"a":1}]'), 'json'],
    ['a.ndjson', bytes('{"a":1}\n{"a":2}'), 'json'],
    ['without-ending', bytes(' [ {"a":1}]'), 'json'],
    ['table.json', bytes('a,b\n1,2'), 'csv'],
  ])('[F1] the first bytes of %s tell its kind', (name, head, format) => {
    expect(checkFile(name, head.length, head, limit)).toEqual({ ok: true, value: { format } })
  })

  test.each(['a.csv', 'a.TSV', 'data.txt', 'no-extension', 'export.2024'])(
    '[F2] text is read when it is called %s',
    (name) => {
      expect(checkFile(name, 8, bytes('a,b\n1,2\n'), limit)).toEqual({ ok: true, value: { format: 'csv' } })
    },
  )

  test('[E3] a stray NUL does not make text binary', () => {
    expect(checkFile('a.csv', 9, bytes('a,b\n1,\u00002\n'), limit)).toMatchObject({ ok: true })
  })

  test('[E1] UTF-16 is text', () => {
    const head = new Uint8Array(
      new Uint16Array([0xfeff, ...[...'a,b\n1,2'].map((letter) => letter.charCodeAt(0))]).buffer,
    )
    expect(checkFile('a.csv', head.length, head, limit)).toMatchObject({ ok: true })
  })

  test('[F1] pickers offer every ending that a reader knows, and no other', () => {
    const known = Object.values(readers).flatMap(({ extensions }) => extensions)
    expect(acceptedExtensions.toSorted()).toEqual(known.toSorted())
  })

  test.each(Object.entries(readers))('reader %s says what it reads', (_, reader) => {
    expect(reader.title).not.toBe('')
    expect(reader.extensions.length).toBeGreaterThan(0)
    expect(reader.extensions.every((extension) => /^[a-z0-9]+$/.test(extension))).toBe(true)
    expect(reader.sniff(png)).toBe(false)
  })
})
