import { z } from 'zod'
import { fail } from '#core/errors.ts'
import { ok } from '#core/result.ts'
import { toWireAccount } from '../../wire/account.ts'
import { toWireDevice, toWireSession, toWireToken } from '../../wire/security.ts'
import { defineCommand } from '../command.ts'

/** Everything that is kept about a person, apart from secrets and the files themselves. */
export const exportAccount = defineCommand({
  summary: 'Everything about oneself: profile, sessions, devices, tokens, and the lists of one’s data and dashboards.',
  access: 'guest',
  needs: null,
  effect: 'read',
  limit: { kind: 'query', weight: 10 },
  input: z.object({}),
  async run({ accounts, caller, devices, now, personalTokens, sessions, store }) {
    const user = await accounts.byId(caller.user)
    if (!user) return fail('access/session-needed')
    const [open, trusted, tokens, datasets, dashboards] = await Promise.all([
      sessions.of(user.id, now()),
      devices.of(user.id, now()),
      personalTokens.of(user.id),
      store.datasets.all(),
      store.dashboards.all(),
    ])
    const questions = await Promise.all(datasets.map(({ id }) => store.questions.of(id)))
    return ok({
      exportedAt: now().toISOString(),
      profile: { ...toWireAccount(user), privacyVersion: user.privacyVersion, createdAt: user.createdAt.toISOString() },
      sessions: open.map((each) => toWireSession(each, caller.session)),
      devices: trusted.map(toWireDevice),
      tokens: tokens.map(toWireToken),
      datasets: datasets.map(({ id, name }, at) => ({
        id,
        name,
        questions: (questions[at] ?? []).map(({ question, askedAt }) => ({ question, askedAt: askedAt.toISOString() })),
      })),
      dashboards: dashboards.map(({ id, document: { title } }) => ({ id, title })),
    })
  },
})
