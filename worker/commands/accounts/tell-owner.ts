import { post } from '../../data/post.ts'
import type { User } from '../../db/accounts.ts'
import { alertMessage, type AlertEvent } from '../../mail/templates/alert.ts'
import type { VisitorDeps } from '../command.ts'

type Teller = VisitorDeps

/** Where a request came from, in words. */
const whereOf = ({ client: { device, place } }: Pick<Teller, 'client'>): string =>
  place === null ? device : `${device}, ${place}`

/** Tells the owner of an account of an event, by mail to its address or another. */
export async function tellOwner(deps: Teller, user: Pick<User, 'email'>, event: AlertEvent): Promise<void> {
  if (user.email === null) return
  await post(deps, user.email, alertMessage({ event, where: whereOf(deps), origin: deps.origin }))
}
