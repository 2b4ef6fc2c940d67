type Level = 'info' | 'warning' | 'error'
export type Log = (level: Level, event: string, facts?: Readonly<Record<string, unknown>>) => void

/** What must never be written down, however it got into the facts. */
const secretName = /password|token|secret|authorization|cookie|email/i

/** The database's wrapper quotes what a statement was given: addresses, hashes, names. The statement is enough. */
const withoutParameters = (text: string | undefined): string | undefined =>
  text?.replace(/^params: .*(?:\n(?! +at ).*)*/gm, 'params: [hidden]')

const shown = (key: string, value: unknown): unknown => {
  if (key !== '' && secretName.test(key)) return '[hidden]'
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    return { name, message: withoutParameters(message), stack: withoutParameters(stack), cause }
  }
  return value
}

/** Writes one line of JSON per event, with secrets hidden by the name of their field. */
export const log: Log = (level, event, facts = {}) => {
  const line = JSON.stringify({ level, event, ...facts }, shown)
  if (level === 'error') console.error(line)
  else console.log(line)
}
