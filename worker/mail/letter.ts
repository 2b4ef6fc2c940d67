import type { Message } from './message.ts'

/** One mail, ready to be sent. */
export type Letter = Message & { readonly from: string; readonly to: string }

/** Hands mail to a provider. Throws if it was not taken; the message names no address. */
export type Mailer = {
  readonly send: (letter: Letter) => Promise<void>
  /** True if a sent mail keeps its words in the database, to be read on this machine. */
  readonly keepsWords: boolean
}
