import type { CsvReader } from '#core/format/safe-cell.ts'
import type { CommandInput, CommandOption } from './command.ts'

/** Programs read the command line's output, so cells are unchanged by default. */
export const safeOption: CommandOption = {
  type: 'boolean',
  says: 'put an apostrophe before cells that a spreadsheet would run as formulas',
}

export const readerOf = ({ options }: CommandInput): CsvReader => (options['safe'] === true ? 'spreadsheet' : 'program')
