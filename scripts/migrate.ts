import { run } from './run.ts'
import { onceFor } from './stamp.ts'

/** Brings the local database up to date; nothing to do when no migration is new. */
export function migrate(state: string): Promise<boolean> {
  return onceFor(`${state}/.migrated`, ['migrations'], () => {
    run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state])
  })
}
