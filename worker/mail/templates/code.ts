import { compose, type Message } from '../message.ts'

/** What a code is for. */
const uses = {
  'sign-in': 'finish signing in to Edgewise',
  verify: 'confirm your e-mail address',
  change: 'make this your e-mail address at Edgewise',
} as const

type Details = { readonly code: string; readonly use: keyof typeof uses; readonly minutes: number }

/** A code to type. The subject says it too, so that a phone shows it without opening the mail. */
export const codeMessage = ({ code, use, minutes }: Details): Message =>
  compose({
    subject: `${code} is your Edgewise code`,
    paragraphs: [`Enter this code to ${uses[use]}. It works once, for ${minutes} minutes.`],
    code,
    footer: 'Nobody at Edgewise asks for this code. If you did not ask for it, you can ignore this mail.',
  })
