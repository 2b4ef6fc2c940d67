import { z } from 'zod'
import type { Failure } from '#core/errors.ts'
import { asId } from '#core/ids.ts'
import { ok, type Result } from '#core/result.ts'
import { tellDataset } from '../data/tell-dataset.ts'
import type { Version } from '../db/datasets.ts'
import { type Attempt, defineJob, type JobKind, type WorkspaceDeps } from './job-kind.ts'

const input = z.object({
  dataset: z.string().transform((id) => asId<'dataset'>(id)),
  version: z.string().transform((id) => asId<'version'>(id)),
})

/** Dependencies of making a version. */
export type MakeDeps = WorkspaceDeps & Attempt

type Making = {
  readonly summary: string
  readonly title: string
  readonly make: (deps: MakeDeps, version: Version) => Promise<Result<null, Failure>>
}

/** A kind of job that makes a version; reports progress and failure on the version. */
export const versionJob = ({ make, ...about }: Making): JobKind =>
  defineJob({
    ...about,
    scope: 'workspace',
    deadline: 10 * 60_000,
    input,
    work(deps, { dataset, version }) {
      const { store, caller } = deps
      const announce = (): Promise<void> => tellDataset(deps, { workspace: caller.workspace, dataset })
      return {
        announce,
        async run(attempt) {
          const found = await store.versions.find(version)
          return found ? make({ ...deps, ...attempt }, found) : ok(null)
        },
        async showProgress(fraction) {
          await store.versions.progress(version, fraction)
          await announce()
        },
        failing: (failure, at) => [store.versions.failing(version, failure, at)],
        isWanted: async () => (await store.versions.find(version)) !== undefined,
      }
    },
  })
