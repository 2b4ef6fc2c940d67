import { compose, type Message } from '../message.ts'

type Details = { readonly name: string; readonly origin: string }

/** A welcome with what to do first. */
export const welcomeMessage = ({ name, origin }: Details): Message =>
  compose({
    subject: 'Welcome to Edgewise',
    paragraphs: [
      `Hello ${name}, your work is kept now, and you reach it from any device.`,
      'First, drop a spreadsheet on the page. Then ask it something in plain words, such as “total sales by month”. Pin an answer to a dashboard, and send its link to whoever needs it.',
    ],
    action: { label: 'Open Edgewise', address: origin },
    footer: 'You get this mail because this address signed up at Edgewise.',
  })
