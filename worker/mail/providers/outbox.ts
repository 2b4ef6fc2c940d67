import type { Mailer } from '../letter.ts'

/** Sends nothing: on this machine, /dev/mail shows what would have been sent. */
export const outboxMailer: Mailer = { keepsWords: true, send: async () => undefined }
