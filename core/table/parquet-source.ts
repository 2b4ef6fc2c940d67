import type { ColumnChunk, MinMaxType, RowGroup as StoredGroup, SchemaElement } from 'hyparquet/src/types.js'
import { fail } from '../errors.ts'
import { ok, type Result } from '../result.ts'
import type { ByteSource } from './byte-source.ts'
import { type Chunk, decodeChunk, isFastChunk } from './decode-chunk.ts'
import { decodeGeneral } from './decode-general.ts'
import { rangeOf } from './parquet-columns.ts'
import { codecsOf, durationsIn, openFooter } from './parquet-footer.ts'
import { typeOfElement } from './parquet-types.ts'
import { readRanges } from './read-ranges.ts'
import type { ColumnStatistics, RowGroup, Source } from './source.ts'
import type { Field } from './table.ts'

type Place = { readonly field: Field; readonly element: SchemaElement; readonly index: number }

/** Opens a Parquet file: reads the footer now and columns on demand. Nested columns are omitted. */
export async function parquetSource(file: ByteSource): Promise<Result<Source>> {
  const opened = await openFooter(file)
  if (!opened.ok) return opened
  const metadata = opened.value
  const codec = codecsOf(metadata).find((name) => name !== 'SNAPPY' && name !== 'UNCOMPRESSED')
  if (codec) return fail('table/unreadable-parquet', { reason: `it is compressed with ${codec}` })
  const places = placesOf(metadata.schema, durationsIn(metadata))
  const byName = new Map(places.map((place) => [place.field.name, place]))
  return ok({
    fields: places.map(({ field }) => field),
    rowGroups: metadata.row_groups.map((group) => describe(group, places)),
    read: async (rowGroup, columns) => {
      const group = metadata.row_groups[rowGroup]
      if (!group) throw new RangeError(`No row group ${rowGroup}`)
      const rows = Number(group.num_rows)
      const chosen = columns.map((name) => chunkOf(group, byName.get(name), name))
      const bytes = await readRanges(
        file,
        chosen.map(({ meta }) => rangeOf(meta)),
      )
      return {
        rows,
        columns: chosen.map((part, index) =>
          decode({ ...part, rows, bytes: bytes[index] ?? new Uint8Array(0), codecs: {}, within: null }),
        ),
      }
    },
  })
}

const decode = (chunk: Chunk) => (isFastChunk(chunk) ? decodeChunk(chunk) : decodeGeneral(chunk))

/** Durations are stored as whole milliseconds, our own unit. */
const durationPlace = (name: string, index: number): Place => ({
  field: { name, type: 'duration' },
  element: { name, type: 'INT64', repetition_type: 'OPTIONAL' },
  index,
})

/** Columns that are not nested, each with its index among all leaves. */
function placesOf(schema: readonly SchemaElement[], durations: ReadonlySet<unknown>): Place[] {
  const places: Place[] = []
  let [position, index, nested] = [1, 0, 0]
  for (; position < schema.length; position++) {
    const element = schema[position] as SchemaElement
    const type = typeOfElement(element)
    if (nested === 0 && type) {
      const isDuration = element.type === 'INT64' && durations.has(element.name)
      places.push(
        isDuration ? durationPlace(element.name, index) : { field: { name: element.name, type }, element, index },
      )
    }
    nested = Math.max(0, nested - 1) + (element.num_children ?? 0)
    if (element.type) index++
  }
  return places
}

function chunkOf({ columns }: StoredGroup, place: Place | undefined, name: string) {
  const meta = place && columns[place.index]?.meta_data
  if (!meta) throw new RangeError(`No column ${name}`)
  return { field: place.field, element: place.element, meta }
}

const describe = (group: StoredGroup, places: readonly Place[]): RowGroup => ({
  rows: Number(group.num_rows),
  statistics: Object.fromEntries(
    places.flatMap(({ field, index }) => {
      const known = statisticsOf(group.columns[index], field.type)
      return known ? [[field.name, known] as const] : []
    }),
  ),
  stored: Object.fromEntries(
    places.map(({ field, index }) => [field.name, Number(group.columns[index]?.meta_data?.total_compressed_size ?? 0)]),
  ),
})

function statisticsOf(chunk: ColumnChunk | undefined, type: Field['type']): ColumnStatistics | null {
  const stored = chunk?.meta_data?.statistics
  if (!stored || stored.null_count === undefined) return null
  const nulls = Number(stored.null_count)
  const [min, max] = [bound(stored.min_value, type), bound(stored.max_value, type)]
  if (nulls === Number(chunk.meta_data?.num_values)) return { min: null, max: null, nulls }
  return min === null || max === null ? null : { min, max, nulls }
}

function bound(value: MinMaxType | undefined, type: Field['type']): number | string | null {
  if (value === undefined || value instanceof Uint8Array) return null
  if (type === 'text') return typeof value === 'string' ? value : null
  const number = Number(value)
  if (Number.isNaN(number)) return null
  // hyparquet returns the bounds of decimals in seconds.
  return type === 'duration' ? Math.round(number * 1000) : number
}
