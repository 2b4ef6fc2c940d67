import type { Command } from '../command.ts'
import { convert } from './convert.ts'
import { profile } from './profile.ts'

/** Everything the program can do, in the order its help shows. */
export const commands = { convert, profile } as const satisfies Record<string, Command>
