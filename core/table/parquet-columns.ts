import { getMaxRepetitionLevel } from 'hyparquet/src/schema.js'
import { parquetSchema } from 'hyparquet/src/metadata.js'
import type { ColumnMetaData, FileMetaData, RowGroup, SchemaElement, SchemaTree } from 'hyparquet/src/types.js'
import { durationsIn } from './parquet-footer.ts'
import { typeOfElement } from './parquet-types.ts'
import type { Field } from './table.ts'

/** One leaf of a file's schema: the position and type of its values. */
export type Leaf = {
  readonly element: SchemaElement
  /** Index among the leaves of each row group. */
  readonly index: number
  readonly path: readonly SchemaTree[]
}

/** A column as shown: a named leaf, or a tree of lists shown as JSON. */
export type ParquetColumn =
  | { readonly kind: 'leaf'; readonly field: Field; readonly leaf: Leaf }
  | { readonly kind: 'tree'; readonly field: Field; readonly leaves: readonly Leaf[]; readonly top: SchemaTree }

/** All columns of a file. Struct members get dotted names; a list or map is one column. */
export function columnsOf(metadata: FileMetaData): ParquetColumn[] {
  const root = parquetSchema(metadata)
  const durations = durationsIn(metadata)
  let index = 0
  const leavesOf = (tree: SchemaTree, path: readonly SchemaTree[]): Leaf[] => {
    const here = [...path, tree]
    if (tree.children.length > 0) return tree.children.flatMap((child) => leavesOf(child, here))
    return tree.element.type === undefined ? [] : [{ element: tree.element, index: index++, path: here }]
  }
  return root.children.flatMap((top) => splitTree(top, leavesOf(top, [root]), durations))
}

/** Durations are stored as whole milliseconds, our own unit. */
const asDuration = (leaf: Leaf): ParquetColumn => {
  const { name } = leaf.element
  const element: SchemaElement = { name, type: 'INT64', repetition_type: leaf.element.repetition_type ?? 'OPTIONAL' }
  return { kind: 'leaf', field: { name, type: 'duration' }, leaf: { ...leaf, element } }
}

const isRepeated = ({ path }: Leaf): boolean => getMaxRepetitionLevel([...path]) > 0

function splitTree(top: SchemaTree, leaves: readonly Leaf[], durations: ReadonlySet<unknown>): ParquetColumn[] {
  const isTree = leaves.some(isRepeated) || top.element.logical_type?.type === 'VARIANT'
  if (isTree) return [{ kind: 'tree', field: { name: top.element.name, type: 'text' }, leaves, top }]
  if (durations.has(top.element.name) && top.element.type === 'INT64') return leaves.map(asDuration)
  return leaves.map((leaf) => ({
    kind: 'leaf',
    field: {
      name: leaf.path
        .slice(1)
        .map(({ element }) => element.name)
        .join('.'),
      type: typeOfElement(leaf.element) ?? 'text',
    },
    leaf,
  }))
}

/** Metadata of a leaf's column chunk in one row group. Throws if the file has none. */
export function metaOf({ columns }: RowGroup, { index }: Leaf): ColumnMetaData {
  const meta = columns[index]?.meta_data
  if (meta === undefined) throw new RangeError('its footer leaves out a column')
  return meta
}

/** Byte range of a leaf's column chunk in one row group. */
export function rangeOf({
  dictionary_page_offset: dictionary,
  data_page_offset: data,
  total_compressed_size: size,
}: ColumnMetaData): { readonly start: number; readonly end: number } {
  const start = Number(dictionary && dictionary < data ? dictionary : data)
  return { start, end: start + Number(size) }
}
