import type { Result } from '#core/result.ts'

export type CommandOption = {
  readonly type: 'string' | 'boolean'
  /** What its value is called in the help; missing for a switch. */
  readonly value?: string
  readonly says: string
}

/** What was typed after a command's name, already checked for its form. */
export type CommandInput = {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Writes a line to standard output. */
  readonly print: (line: string) => void
}

/** One thing the program can do. */
export type Command = {
  readonly summary: string
  /** What must follow the command's name, in order: `file`, `out.csv|out.parquet`. */
  readonly parameters: readonly string[]
  readonly options: Readonly<Record<string, CommandOption>>
  /** A way to call it that people can copy. */
  readonly example: string
  readonly run: (input: CommandInput) => Promise<Result<void>>
}

/** An option's value where it takes one. */
export function textOption(input: CommandInput, name: string): string | null {
  const value = input.options[name]
  return typeof value === 'string' ? value : null
}
