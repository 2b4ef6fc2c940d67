import { compose, type Message } from '../message.ts'

type Details = {
  readonly inviter: string
  readonly workspace: string
  readonly role: string
  readonly address: string
  readonly days: number
}

/** An invitation to a workspace. */
export const invitationMessage = ({ inviter, workspace, role, address, days }: Details): Message =>
  compose({
    subject: `${inviter} invites you to ${workspace} on Edgewise`,
    paragraphs: [
      `${inviter} would like you to work in ${workspace}, where you would be ${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}.`,
    ],
    action: { label: 'See the invitation', address },
    footer: `The invitation is open for ${days} days. If you do not know ${inviter}, you can ignore this mail.`,
  })
