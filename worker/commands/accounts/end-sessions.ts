import type { Id } from '#core/ids.ts'
import type { Service } from '../../service.ts'

type Ended = { readonly id: Id<'session'>; readonly workspace: Id<'workspace'> }

/** Closes the sockets of revoked sessions; failures are ignored. */
export function closeLines({ rooms, defer }: Service, ended: readonly Ended[]): void {
  const [first] = ended
  if (first)
    defer(
      rooms.disconnect(
        first.workspace,
        ended.map(({ id }) => id),
      ),
    )
}
