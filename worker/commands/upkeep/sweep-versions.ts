import { z } from 'zod'
import { versionsToDrop } from '#core/catalog/versions-to-drop.ts'
import { ok } from '#core/result.ts'
import { isShared } from '../../data/folder.ts'
import type { Version } from '../../db/datasets.ts'
import { defineCommand } from '../command.ts'

const keptOf = ({ createdAt, ...version }: Version) => ({ ...version, createdAt: createdAt.getTime() })

export const sweepVersions = defineCommand({
  summary: 'Delete old versions beyond those that are kept, never one that is current or needed by another.',
  access: 'system',
  effect: 'write',
  limit: null,
  input: z.object({}),
  async run({ leftovers, storeOf, files, config, now }) {
    const { newest, versions: keptFor } = config.retention
    const madeSince = now().getTime() - keptFor
    let removed = 0
    for (const { id, workspaceId, current } of await leftovers.crowdedDatasets({
      newest,
      madeBefore: new Date(madeSince),
    })) {
      const { versions } = storeOf(workspaceId)
      const all = await versions.of(id)
      const gone = new Set(versionsToDrop(all.map(keptOf), current, { newest, madeSince }))
      for (const version of all.filter((each) => gone.has(each.id))) {
        if (!(await versions.remove(version))) continue
        if (!isShared(version.folder)) await files.removeFolder(version.folder)
        removed += 1
      }
    }
    return ok({ removed })
  },
})
