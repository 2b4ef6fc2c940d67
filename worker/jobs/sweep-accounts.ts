import { z } from 'zod'
import { ok } from '#core/result.ts'
import { day, minute } from '#core/table/time-units.ts'
import type { Service } from '../service.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'

/** Milliseconds for which mail is kept. */
const mailKept = 7 * day

/** Deletes accounts whose time is over, with the workspaces that nobody else is in. */
async function dropAccounts({ leftovers, files, now }: Service): Promise<number> {
  const due = await leftovers.accountsToDelete(now())
  let removed = 0
  for (const { id } of due) {
    const alone = await leftovers.workspacesOfOne(id)
    // Closed first: whoever signs in meanwhile keeps the account and its files.
    if (!(await leftovers.removeAccount(id, now()))) continue
    for (const workspace of alone) {
      await files.removeFolder(`${workspace.id}/`)
      await leftovers.removeWorkspace(workspace.id)
    }
    removed += 1
  }
  return removed
}

export const sweepAccounts = defineJob({
  summary: 'Delete the accounts whose owners asked for it 14 days ago, expired codes and devices, and old mail.',
  title: 'Deleting accounts',
  scope: 'installation',
  deadline: 5 * minute,
  everyMinutes: 60,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      const { challenges, devices, mail, now } = service
      await sweep(signal, () => dropAccounts(service))
      await challenges.forget(now())
      await devices.forget(now())
      await mail.forget(new Date(now().getTime() - mailKept))
      return ok(null)
    },
  }),
})
