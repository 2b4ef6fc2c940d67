import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { diffDocuments } from '#core/semantic/model/diff-documents.ts'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import { toWireModelVersion } from '../../wire/model.ts'
import { defineCommand } from '../command.ts'

export const listModelVersions = defineCommand({
  summary: 'Every saving of the model of a dataset, newest first: who, when, and what was different.',
  access: 'guest',
  needs: { may: 'edit', object: 'dataset' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: z.object({ id: z.string() }),
  async run(deps, { id }) {
    if (!(await deps.store.datasets.find(id))) return fail('dataset/not-found')
    const saved = await deps.store.models.of(id)
    return ok(
      saved.map((each, at) =>
        toWireModelVersion(each, diffDocuments(saved[at + 1]?.document ?? noDecisions, each.document)),
      ),
    )
  },
})
