/** What a mail says, in both forms. */
export type Message = { readonly subject: string; readonly text: string; readonly html: string }

type Parts = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** A code to type, shown large. */
  readonly code?: string
  /** The one thing to do, as a link. */
  readonly action?: { readonly label: string; readonly address: string }
  /** Why this mail came, and what to do if it should not have. */
  readonly footer: string
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML says it. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** A header has one line, and so has a paragraph, whatever people are called. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const style = `
  :root { color-scheme: light dark; supported-color-schemes: light dark }
  body { margin: 0; padding: 24px; background: #f5f5f4; color: #1c1917; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 480px; margin: 0 auto; padding: 28px; border-radius: 12px; background: #fff }
  h1 { margin: 0 0 16px; font-size: 20px }
  .code { margin: 24px 0; font: 600 32px/1 ui-monospace, monospace; letter-spacing: 6px }
  .action { display: inline-block; margin: 8px 0; padding: 10px 18px; border-radius: 8px; background: #1d4ed8; color: #fff; text-decoration: none }
  .footer { margin: 24px 0 0; color: #57534e; font-size: 13px }
  @media (prefers-color-scheme: dark) {
    body { background: #1c1917; color: #f5f5f4 }
    main { background: #292524 }
    .footer { color: #a8a29e }
    .action { background: #93c5fd; color: #172554 }
  }`

function htmlOf({ subject, paragraphs, code, action, footer }: Parts): string {
  const blocks = [
    `<h1>${escaped(subject)}</h1>`,
    ...paragraphs.map((each) => `<p>${escaped(each)}</p>`),
    ...(code === undefined ? [] : [`<p class="code">${escaped(code)}</p>`]),
    ...(action ? [`<p><a class="action" href="${escaped(action.address)}">${escaped(action.label)}</a></p>`] : []),
    `<p class="footer">${escaped(footer)}</p>`,
  ]
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title><style>${style}</style></head><body><main>${blocks.join('\n')}</main></body></html>`
}

const textOf = ({ paragraphs, code, action, footer }: Parts): string =>
  [
    ...paragraphs,
    ...(code === undefined ? [] : [code]),
    ...(action ? [`${action.label}: ${action.address}`] : []),
    `-- \n${footer}`,
  ].join('\n\n')

/** Composes a mail in plain text and HTML, for light and dark screens; every part is escaped. */
export function compose(parts: Parts): Message {
  const clean = {
    ...parts,
    subject: oneLine(parts.subject),
    paragraphs: parts.paragraphs.map(oneLine),
    footer: oneLine(parts.footer),
  }
  return { subject: clean.subject, text: textOf(clean), html: htmlOf(clean) }
}
