import { createParquetWriter } from '#core/table/parquet-writer.ts'
import type { Table } from '#core/table/table.ts'
import type { Random } from '../random.ts'
import type { BombKind } from './bomb.ts'
import { fileBomb } from './file-bomb.ts'

function tableOf(columns: number, rows: number, isText: boolean): Table {
  return {
    rows,
    columns: Array.from({ length: columns }, (_, at) =>
      isText
        ? { name: `c${at}`, type: 'text' as const, codes: new Int32Array(rows), dictionary: ['one text '.repeat(1000)] }
        : { name: `c${at}`, type: 'decimal' as const, values: new Float64Array(rows).fill(Number.NaN) },
    ),
  }
}

async function written(table: Table): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  const writer = createParquetWriter(table.columns, (bytes) => void parts.push(bytes.slice()))
  await writer.append(table)
  await writer.finish()
  return new Uint8Array(Buffer.concat(parts))
}

function changed(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let hit = 0; hit < 1 + random.below(6); hit++) {
    copy[Math.max(0, copy.length - 1 - random.below(Math.min(copy.length, 3000)))] = random.pick([0xff, 0x7f, 0x80, 0])
  }
  return copy
}

/** Parquet of next to nothing: nulls, or one text in every row. */
export const parquetBombs: Readonly<Record<string, BombKind>> = {
  'columns of nothing': (random, size) => {
    const [columns, rows] = [1 + random.below(2000), Math.floor(size / (1 + random.below(20)))]
    const table = tableOf(columns, Math.min(rows, Math.floor(4_000_000 / columns)), random.chance(0.3))
    const damages = random.chance(0.5)
    return {
      label: `columns of nothing (${columns} columns, ${table.rows} rows)`,
      run: async (pause) => {
        const bytes = await written(table)
        const file = { name: 'a.parquet', bytes: damages ? changed(bytes, random) : bytes }
        return fileBomb('columns of nothing', file, random).run(pause)
      },
    }
  },
}
