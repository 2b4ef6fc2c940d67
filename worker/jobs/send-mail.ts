import { z } from 'zod'
import { ok } from '#core/result.ts'
import { minute } from '#core/table/time-units.ts'
import type { Mail } from '../db/mail.ts'
import type { Service } from '../service.ts'
import { digest } from '../security/digest.ts'
import { defineJob } from './job-kind.ts'
import { sweep } from './sweep.ts'

/** Attempts before a mail has failed, minutes before the second, doubled each time; and milliseconds one may take. */
const most = 5
const firstWait = 2
const lease = minute

async function sendOne({ mail, mailer, config, now, log }: Service, letter: Mail): Promise<void> {
  if (!mailer) return
  const { id, to, subject, text, html, attempts } = letter
  try {
    await mailer.send({ from: config.mail.from, to, subject, text, html })
    await mail.sent(id, mailer.keepsWords)
  } catch (error) {
    const failure = error instanceof Error ? error.message : 'It was not taken'
    const nextAt = attempts >= most ? null : new Date(now().getTime() + firstWait * 2 ** (attempts - 1) * minute)
    await mail.failed(id, { failure, nextAt })
    // The address is a person’s; its hash still tells whether it is the same one again.
    log(nextAt ? 'warning' : 'error', 'mail was not sent', { mail: id, to: digest(to).slice(0, 12), attempts, failure })
  }
}

/** One round over what is due; 0 ends the sweep. */
async function sendDue(service: Service): Promise<number> {
  if (!service.mailer) return 0
  const at = service.now().getTime()
  const due = await service.mail.take(new Date(at), new Date(at + lease))
  for (const letter of due) await sendOne(service, letter)
  return due.length
}

export const sendMail = defineJob({
  summary: 'Send the mail that is due, and try again later what a provider did not take.',
  title: 'Sending mail',
  scope: 'installation',
  deadline: 5 * minute,
  everyMinutes: 1,
  input: z.object({}),
  work: (service) => ({
    async run({ signal }) {
      await sweep(signal, () => sendDue(service))
      return ok(null)
    },
  }),
})
