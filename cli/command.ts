import type { Result } from '#core/result.ts'

export type CommandOption = {
  readonly type: 'string' | 'boolean'
  /** Name of its value in the help; missing for a switch. */
  readonly value?: string
  readonly says: string
  /** It may be given more than once. */
  readonly isList?: true
}

/** The parsed arguments of a command. */
export type CommandInput = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  /** Writes a line to standard output. */
  readonly print: (line: string) => void
}

/** One command of the program. */
export type Command = {
  readonly summary: string
  /** Positional parameters in order: `file`, `out.csv|out.parquet`. */
  readonly parameters: readonly string[]
  readonly options: Readonly<Record<string, CommandOption>>
  /** An example call. */
  readonly example: string
  readonly run: (input: CommandInput) => Promise<Result<void>>
}

/** An option's value, if it takes one. */
export function textOption(input: CommandInput, name: string): string | null {
  const value = input.options[name]
  return typeof value === 'string' ? value : null
}

/** Every value of an option that may be given more than once. */
export function listOption(input: CommandInput, name: string): readonly string[] {
  const value = input.options[name]
  return typeof value === 'object' ? value : []
}
