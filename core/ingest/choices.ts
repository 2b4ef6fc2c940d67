import { z } from 'zod'
import { dictionary } from '../dictionary.ts'
import { columnTypes } from '../table/table.ts'

/**
 * What a person decides about reading a file, against or beside what was found; a missing key leaves it to the evidence.
 * Stored with the version it made, so that reading again gives the same table.
 */
export const readChoices = z
  .object({
    /** An id of the encoding registry. */
    encoding: z.string(),
    delimiter: z.string().min(1).max(4),
    /** The empty string: nothing is quoted. */
    quote: z.enum(['"', "'", '']),
    escape: z.enum(['doubled', 'backslash']),
    /** Lines that begin with it are no rows; the empty string: none are. */
    comment: z.string().max(4),
    /** Lines, or rows of a sheet, before the header that are no part of the table. */
    skippedLines: z.int().min(0),
    /** Rows that hold the names of the columns: 0 for none. */
    headerRows: z.int().min(0).max(10),
    /** Which of several tables in one file, from 0. */
    table: z.int().min(0),
    /** Which sheet of a workbook, table of a database, or member of an archive: its name or its place from 0. */
    sheet: z.union([z.string(), z.int().min(0)]),
    /** The mark before decimals, for all columns. */
    decimal: z.enum(['point', 'comma']),
    /** Does the day stand before the month in dates of numbers? */
    dayFirst: z.boolean(),
    /** A JSON list within records, by its dotted name, of which each element becomes a row. */
    explode: z.string(),
    /** Columns named by periods become rows: one for each row and period. */
    long: z.boolean(),
    /** Types by column name; a cell that does not fit is odd. */
    types: dictionary(z.enum(columnTypes), 10_000),
  })
  .partial()
export type ReadChoices = z.infer<typeof readChoices>
