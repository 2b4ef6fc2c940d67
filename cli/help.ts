import type { Command } from './command.ts'

const program = 'edgewise'

function callOf(name: string, { parameters, options }: Command): string {
  const shown = Object.entries(options).map(
    ([option, { value }]) => `[--${option}${value === undefined ? '' : ` <${value}>`}]`,
  )
  return [program, name, ...parameters.map((one) => `<${one}>`), ...shown].join(' ')
}

/** Lists the commands. */
export function overview(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(
    ([name, command]) => `  ${callOf(name, command)}\n      ${command.summary}`,
  )
  return [
    'Edgewise reads table files, says what is in them, and answers questions about them.',
    '',
    'Usage',
    ...lines,
    '',
    `  ${program} <command> --help   more on one of them`,
    '',
    'Exit codes: 0 done, 1 it could not be done (the reason is on standard error), 2 the call was wrong.',
  ].join('\n')
}

/** Help on one command. */
export function helpOn(name: string, command: Command): string {
  const options = Object.entries(command.options).map(([option, { value, says }]) => {
    const flag = value === undefined ? `--${option}` : `--${option} <${value}>`
    return `  ${flag}\n      ${says}`
  })
  return [
    command.summary,
    '',
    `Usage\n  ${callOf(name, command)}`,
    ...(options.length > 0 ? ['', 'Options', ...options] : []),
    '',
    `Example\n  ${command.example}`,
  ].join('\n')
}
