import { commands } from './registry.ts'

const names = new Map<unknown, string>(Object.entries(commands).map(([name, command]) => [command, name]))

/** The id of a command in the registry. */
export const nameOf = (command: unknown): string => names.get(command) ?? 'unknown'
