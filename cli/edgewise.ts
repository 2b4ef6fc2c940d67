import { parseArgs } from 'node:util'
import type { Command, CommandInput } from './command.ts'
import { commands } from './commands/registry.ts'
import { helpOn, overview } from './help.ts'
import { version } from './version.ts'
import { ownValue } from '#core/own-value.ts'

/** Output streams of the program, by line. */
export type Terminal = { readonly print: (line: string) => void; readonly complain: (line: string) => void }

const exit = { done: 0, failed: 1, misused: 2 } as const

const known: Readonly<Record<string, Command>> = commands

type Parsed = { readonly input: Omit<CommandInput, 'print'> } | { readonly wrong: string }

function parse(command: Command, args: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, isList = false }]) => [name, { type, multiple: isList }]),
  )
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const missing = command.parameters[positionals.length]
    if (missing !== undefined) return { wrong: `<${missing}> is missing.` }
    const surplus = positionals[command.parameters.length]
    if (surplus !== undefined)
      return { wrong: `“${surplus}” is one argument too many; put quotes round texts with spaces.` }
    return { input: { positionals, options: values as CommandInput['options'] } }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.print(helpOn(name, command))
    return exit.done
  }
  const parsed = parse(command, args)
  if ('wrong' in parsed) {
    terminal.complain(`${parsed.wrong}\n\n${helpOn(name, command)}`)
    return exit.misused
  }
  const outcome = await command.run({ ...parsed.input, print: terminal.print })
  if (outcome.ok) return exit.done
  terminal.complain(`${outcome.error.message} ${outcome.error.hint}`)
  return exit.failed
}

/** Runs the program with its arguments; returns the exit code. */
export async function edgewise(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(overview(commands))
    return name === undefined ? exit.misused : exit.done
  }
  if (name === '--version' || name === '-v') {
    terminal.print(version())
    return exit.done
  }
  const command = ownValue(known, name)
  if (command === undefined) {
    terminal.complain(`There is no command “${name}”.\n\n${overview(commands)}`)
    return exit.misused
  }
  return runCommand(name, command, rest, terminal)
}
