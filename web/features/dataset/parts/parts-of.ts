import type { FilePart, IngestReport } from '#core/ingest/ingest-report.ts'
import type { Dataset } from '../../../api.ts'

/** What the parts of a file are called, by its ending. */
const words: readonly (readonly [ending: RegExp, one: string, many: string, file: string])[] = [
  [/\.(xls[xm]?|xlt[xm]?|od[st]|ots)$/i, 'sheet', 'sheets', 'workbook'],
  [/\.(sqlite3?|db3?|s3db|gpkg)$/i, 'table', 'tables', 'database'],
  [/\.zip$/i, 'file', 'files', 'archive'],
  [/\.(json|geojson)$/i, 'list', 'lists', 'document'],
]

export type PartWords = { readonly one: string; readonly many: string; readonly file: string }

/** How people call the parts of a file of this name; null where it has none. */
export function partWords(fileName: string): PartWords | null {
  const found = words.find(([ending]) => ending.test(fileName))
  return found ? { one: found[1], many: found[2], file: found[3] } : null
}

/** Holds a part a table, as far as is known without reading it? */
const isTable = ({ rows = 1, columns = 2 }: FilePart): boolean => rows > 0 && columns > 1

export type Parts = {
  readonly tables: readonly FilePart[]
  /** Names of those without a table. */
  readonly others: readonly string[]
}

/** The parts of a file of which each can be a dataset; null where there is no choice. */
export function partsIn({ parts = [] }: IngestReport): Parts | null {
  const tables = parts.filter(isTable)
  if (tables.length < 2) return null
  return { tables, others: parts.filter((part) => !isTable(part)).map(({ name }) => name) }
}

/** The dataset that was made of a part of the same file, the one on the screen first. */
export function datasetOfPart(
  part: FilePart,
  of: { readonly dataset: Dataset; readonly partRead: string | undefined; readonly all: readonly Dataset[] },
): Dataset | null {
  const { dataset, partRead, all } = of
  if (part.name === partRead) return dataset
  const isOfPart = ({ fileName, size, choices }: Dataset): boolean => {
    const isOfFile = fileName === dataset.fileName && size === dataset.size
    const sheet = choices?.sheet
    return isOfFile && (sheet === undefined ? part.isDefault === true : sheet === part.name)
  }
  return all.find((one) => one.id !== dataset.id && isOfPart(one)) ?? null
}
