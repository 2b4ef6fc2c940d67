import { compose, type Message } from '../message.ts'

type Details = { readonly sharer: string; readonly title: string; readonly address: string }

/** A dashboard that somebody shares. */
export const shareMessage = ({ sharer, title, address }: Details): Message =>
  compose({
    subject: `${sharer} shares “${title}” with you`,
    paragraphs: [`${sharer} would like you to see the dashboard “${title}”. It shows its figures as they are now.`],
    action: { label: 'Open the dashboard', address },
    footer: 'You get this mail because somebody entered your address at Edgewise.',
  })
