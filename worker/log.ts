type Level = 'info' | 'warning' | 'error'
export type Log = (level: Level, event: string, facts?: Readonly<Record<string, unknown>>) => void

/** What must never be written down, however it got into the facts. */
const secretName = /password|token|secret|authorization|cookie|email/i

const shown = (key: string, value: unknown): unknown => {
  if (key !== '' && secretName.test(key)) return '[hidden]'
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack }
  return value
}

/** Writes one line of JSON per event, with secrets hidden by the name of their field. */
export const log: Log = (level, event, facts = {}) => {
  const line = JSON.stringify({ level, event, ...facts }, shown)
  if (level === 'error') console.error(line)
  else console.log(line)
}
