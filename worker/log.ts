type Level = 'info' | 'warning' | 'error'
export type Log = (level: Level, event: string, facts?: Readonly<Record<string, unknown>>) => void

/** Field names whose values are never logged. */
const secretName = /password|token|secret|authorization|cookie|email/i

/**
 * Drizzle's errors quote statement parameters, which may be addresses, hashes or names; only the statement is logged.
 */
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

/** Writes one line of JSON per event; masks secret fields by name. */
export const log: Log = (level, event, facts = {}) => {
  const line = JSON.stringify({ level, event, ...facts }, shown)
  if (level === 'error') console.error(line)
  else console.log(line)
}
