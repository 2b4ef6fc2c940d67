import type { Id } from '#core/ids.ts'
import type { Service } from '../../service.ts'

type Ended = { readonly id: Id<'session'>; readonly workspace: Id<'workspace'> }

/** Closes the sockets of revoked sessions; failures are ignored. */
export function closeLines({ rooms, defer }: Service, ended: readonly Ended[]): void {
  for (const workspace of new Set(ended.map((each) => each.workspace))) {
    const here = ended.filter((each) => each.workspace === workspace)
    defer(
      rooms.disconnect(
        workspace,
        here.map(({ id }) => id),
      ),
    )
  }
}
