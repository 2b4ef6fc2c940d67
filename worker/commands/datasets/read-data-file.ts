import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { folderFiles } from '../../data/folder.ts'
import { openWhole } from '../../data/open-dataset.ts'
import { defineCommand } from '../command.ts'

export const readDataFile = defineCommand({
  summary: 'The whole dataset as a Parquet file, or a range of its bytes.',
  access: 'guest',
  needs: { may: 'read', object: 'dataset' },
  effect: 'read',
  handsOutFile: true,
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string(), range: z.string().optional() }),
  async run(deps, { id, range }) {
    const open = await openWhole(deps, id)
    if (!open.ok) return open
    const response = await deps.files.serve(folderFiles(open.value.dataset.version.folder).data, range)
    return response ? ok(response) : fail('dataset/not-found')
  },
})
