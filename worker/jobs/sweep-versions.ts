import { z } from 'zod'
import { versionsToDrop } from '#core/catalog/versions-to-drop.ts'
import { ok } from '#core/result.ts'
import { isShared } from '../data/folder.ts'
import type { Version } from '../db/datasets.ts'
import type { Service } from '../service.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'
import { everything } from '../db/standing.ts'

const keptOf = ({ createdAt, ...version }: Version) => ({ ...version, createdAt: createdAt.getTime() })

async function dropVersions({ leftovers, storeOf, files, config }: Service, madeSince: number): Promise<number> {
  const { newest } = config.retention
  let removed = 0
  for (const { id, workspaceId, current } of await leftovers.crowdedDatasets({
    newest,
    madeBefore: new Date(madeSince),
  })) {
    const { versions } = storeOf(workspaceId, everything)
    const all = await versions.of(id)
    const gone = new Set(versionsToDrop(all.map(keptOf), current, { newest, madeSince }))
    for (const version of all.filter((each) => gone.has(each.id))) {
      if (!(await versions.remove(version))) continue
      if (!isShared(version.folder)) await files.removeFolder(version.folder)
      removed += 1
    }
  }
  return removed
}

export const sweepVersions = defineJob({
  summary: 'Delete old versions beyond those that are kept, never one that is current or needed by another.',
  title: 'Deleting old versions',
  scope: 'installation',
  deadline: 5 * 60_000,
  everyMinutes: 60,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      const madeSince = service.now().getTime() - service.config.retention.versions
      await sweep(signal, () => dropVersions(service, madeSince))
      return ok(null)
    },
  }),
})
