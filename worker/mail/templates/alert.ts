import { compose, type Message } from '../message.ts'

/** Security events that a person is told of, in words. */
const events = {
  'new-device': 'Somebody signed in to your account from a device that is new to it',
  'password-changed': 'The password of your account was changed, and all other sessions ended',
  'email-asked': 'Somebody asked to change the e-mail address of your account',
  'email-changed': 'The e-mail address of your account was changed',
  'second-step-on': 'Signing in to your account now asks for a code of your authenticator app',
  'second-step-off': 'Signing in to your account no longer asks for a code of an authenticator app',
  'token-made': 'A personal token that programs can use was made for your account',
  'deletion-asked': 'Your account was set to be deleted in 14 days. Signing in before then keeps it',
  'address-known': 'Somebody tried to use this address for another account. It has an account already',
} as const
export type AlertEvent = keyof typeof events

type Details = { readonly event: AlertEvent; readonly where: string; readonly origin: string }

/** Tells of an event that the owner of an account should know of. */
export const alertMessage = ({ event, where, origin }: Details): Message =>
  compose({
    subject: 'Security notice from Edgewise',
    paragraphs: [`${events[event]}.`, `It came from ${where}.`, 'If that was you, there is nothing to do.'],
    action: { label: 'It was not me: choose a new password', address: `${origin}/forgot` },
    footer: 'You get this mail because it concerns the security of your account.',
  })
