import { findObject, grantObject } from './grant-object.ts'
import { ok } from '#core/result.ts'
import { defineCommand } from '../command.ts'

export const listGrants = defineCommand({
  summary: 'Who was given a role on a project or a dataset.',
  access: 'guest',
  needs: { may: 'administer', object: 'project' },
  effect: 'read',
  limit: { kind: 'read', weight: 1 },
  input: grantObject,
  async run({ store }, asked) {
    const object = await findObject(store, asked)
    return object.ok ? ok(await store.grants.of(object.value)) : object
  },
})
