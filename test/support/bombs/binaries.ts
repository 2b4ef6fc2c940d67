import { Table, Utf8, vectorFromArray } from 'apache-arrow'
import { arrowFile } from '../arrow-file.ts'
import type { Random } from '../random.ts'
import { sqliteFile } from '../sqlite-file.ts'
import type { FileKind } from './file-bomb.ts'
import { compoundFile, xlsStream } from './xls-file.ts'

/** A database whose one leaf says that all its cells stand where the last one does. */
function sharedRows(length: number): Uint8Array {
  const { bytes } = sqliteFile(
    `PRAGMA page_size=65536; CREATE TABLE t(a, b); WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<2000) INSERT INTO t SELECT x, 'y' FROM n; UPDATE t SET b = '${'z'.repeat(length)}' WHERE a = 2000`,
  )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let page = 1; page * 65_536 < bytes.length; page++) {
    const from = page * 65_536
    if (view.getUint8(from) !== 13) continue
    const cells = view.getUint16(from + 3)
    const last = view.getUint16(from + 8 + (cells - 1) * 2)
    for (let cell = 0; cell < cells; cell++) view.setUint16(from + 8 + cell * 2, last)
  }
  return bytes
}

const arrowOf = (columns: number, wanted: number, isText: boolean, rows = Math.floor(wanted)): Table =>
  new Table(
    Object.fromEntries(
      Array.from({ length: columns }, (_, at) => [
        `c${at}`,
        isText
          ? vectorFromArray(Array<string>(rows).fill('same text '.repeat(10)), new Utf8())
          : vectorFromArray(new Float64Array(rows)),
      ]),
    ),
  )

/** So many times a number stands where another stood, in four bytes. */
function patched(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let hit = 0; hit < 1 + random.below(4); hit++) {
    const at = random.below(Math.max(1, copy.length - 4))
    copy.writeUInt32LE(random.pick([0xffff_ffff, 0x7fff_ffff, 0x0100_0000, 0x00ff_ffff]), at)
  }
  return new Uint8Array(copy)
}

/** What stands between the marks of a comment, of which every byte is written over. */
function marked(bytes: Uint8Array, mark: string): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('xx'); at >= 0 && at < copy.length && copy[at] === 120; at++) {
    copy[at] = mark.charCodeAt(at % mark.length)
  }
  return new Uint8Array(copy)
}

/** Files that are read by places, and say of themselves what is not so. */
export const binaryBombs = {
  'rows that share one place': (random, size) => ({
    name: 'a.db',
    bytes: sharedRows(random.pick([10, 1000, Math.min(size, 2_000_000)])),
  }),
  'a table described without end': (random, size) => {
    const comment = `/*${'x'.repeat(Math.min(900_000, size))}*/`
    const { bytes } = sqliteFile(`CREATE TABLE t(a, b ${comment}); INSERT INTO t VALUES (1, 2)`)
    return { name: 'a.db', bytes: marked(bytes, random.pick(['[', '/*', 'a,', '(', '--', "'"])) }
  },
  'sheets that begin in one place': (random, size) => ({
    name: 'a.xls',
    bytes: compoundFile(
      'Workbook',
      xlsStream({
        sheets: random.pick([1, 50, 2000]),
        textLength: 1,
        cells: Math.floor(size / 14),
        isShuffled: random.chance(0.5),
      }),
    ),
  }),
  'one long text in every cell of an old sheet': (random, size) => ({
    name: 'a.xls',
    bytes: compoundFile(
      'Workbook',
      xlsStream({
        sheets: 1,
        textLength: random.pick([100, 8000, 60_000]),
        cells: Math.floor(size / 14),
        isShuffled: false,
      }),
    ),
  }),
  'sectors that run in circles': (random, size) => ({
    name: 'a.xls',
    bytes: patched(compoundFile('Workbook', new Uint8Array(size), random.pick([0, 1, 5])), random).slice(),
  }),
  'a column of one value': (random, size) => ({
    name: 'a.arrow',
    bytes: arrowFile(arrowOf(1 + random.below(20), Math.min(200_000, size / 4), random.chance(0.5)), {
      isStream: random.chance(0.5),
      packing: 'zstd',
    }),
  }),
  'counts that are not so': (random, size) => ({
    name: 'a.arrow',
    bytes: patched(
      arrowFile(arrowOf(3, Math.min(5000, size / 30), true), {
        isStream: random.chance(0.5),
        packing: random.pick(['none', 'zstd', 'lz4']),
      }),
      random,
    ),
  }),
} as const satisfies Readonly<Record<string, FileKind>>
