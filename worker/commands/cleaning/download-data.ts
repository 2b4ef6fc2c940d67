import { z } from 'zod'
import { versionRows } from '#core/clean/row-source.ts'
import { ok } from '#core/result.ts'
import { logIn } from '../../data/clean-version.ts'
import { csvStream, zipStream } from '../../data/download.ts'
import { openWhole, sourceOf } from '../../data/open-dataset.ts'
import { attachment } from '../../wire/attachment.ts'
import { defineCommand } from '../command.ts'

export const downloadData = defineCommand({
  summary: 'The current version of a dataset as CSV, or as a zip archive with the log and the report of its cleaning.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  handsOutFile: true,
  limit: { kind: 'query', weight: 10 },
  input: z.object({
    id: z.string(),
    format: z.enum(['csv', 'zip']),
    /**
     * For spreadsheets, cells that begin like a formula get a leading apostrophe; for programs, cells are unchanged.
     */
    reader: z.enum(['spreadsheet', 'program']).default('spreadsheet'),
  }),
  async run(deps, { id, format, reader }) {
    const open = await openWhole(deps, id)
    if (!open.ok) return open
    const source = await sourceOf(deps.files, open.value)
    if (!source.ok) return source
    const { dataset, profile } = open.value
    const rows = versionRows(source.value, profile.columns)
    const { name, version } = dataset
    if (format === 'csv') return ok(attachment(csvStream(rows, reader), `${name}.csv`, 'text/csv; charset=utf-8'))
    const log = await logIn(deps.files, version)
    return ok(
      attachment(zipStream(rows, { name, log, modified: version.createdAt, reader }), `${name}.zip`, 'application/zip'),
    )
  },
})
