import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadFile } from '../../core/profile/load-file.ts'
import { memoryFile } from '#core/ingest/memory-file.ts'
import { parquetSource } from '#core/table/parquet-source.ts'
import { coffeeOrders } from './coffee-orders.ts'
import { firstLookOf } from './first-look.ts'

const about = {
  name: 'Coffee orders',
  description:
    'Three years of orders of Harbour Coffee, an invented roaster with three sales channels and four regions.',
  fileName: 'coffee-orders.csv',
}

/** Reads the sample as the product reads any file, and writes what a guest's first dataset is made of. */
export async function makeSample(folder: string): Promise<void> {
  const original = new TextEncoder().encode(coffeeOrders())
  const parquet: Uint8Array[] = []
  const loaded = await loadFile(memoryFile(about.fileName, original), {
    write: (bytes) => void parquet.push(bytes.slice()),
    progress: () => {},
  })
  if (!loaded.ok) throw new Error(`The sample could not be read: ${loaded.error.message}`)
  const data = Buffer.concat(parquet)
  const sha256 = createHash('sha256').update(data).digest('hex')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'original.csv'), original)
  writeFileSync(join(folder, 'data.parquet'), data)
  writeFileSync(join(folder, 'profile.json'), JSON.stringify(loaded.value.profile))
  const source = await parquetSource({
    byteLength: data.length,
    slice: async (start, end) => new Uint8Array(data.subarray(start, end)).slice().buffer,
  })
  if (!source.ok) throw new Error(`The sample could not be opened: ${source.error.message}`)
  const look = await firstLookOf(about.name, loaded.value.profile, source.value)
  writeFileSync(join(folder, 'first-look.json'), JSON.stringify(look))
  writeFileSync(
    join(folder, 'meta.json'),
    JSON.stringify({ ...about, bytes: original.byteLength, version: sha256.slice(0, 12) }),
  )
}
