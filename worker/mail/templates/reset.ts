import { compose, type Message } from '../message.ts'

type Details = { readonly address: string; readonly minutes: number }

/** A link to choose a new password. */
export const resetMessage = ({ address, minutes }: Details): Message =>
  compose({
    subject: 'Choose a new password for Edgewise',
    paragraphs: [
      `Somebody, hopefully you, has forgotten the password of this account. The link works once, for ${minutes} minutes. All devices are signed out when the password changes.`,
    ],
    action: { label: 'Choose a new password', address },
    footer: 'If you did not ask for it, you can ignore this mail: your password stays.',
  })
