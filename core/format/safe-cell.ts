/**
 * For whom a CSV is written. Spreadsheets run a cell that begins like a formula, whoever wrote it, so for them such
 * cells get an apostrophe; programs get every cell as it is.
 */
export type CsvReader = 'spreadsheet' | 'program'

/** How a cell begins that Excel, LibreOffice or Google Sheets may take for a formula; the wide signs count in Japanese. */
const beginsAsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A number, or a telephone number in groups: nothing that a spreadsheet runs. */
const plainNumber = /^[+-]?[.,]?\d[\d.,\s\u00a0]*(?:e[+-]?\d+)?%?$/i

/**
 * Spreadsheets of other languages part a line by these, and so would see a new cell behind them. A quote there is
 * doubled in the file, which opens and closes it.
 */
const otherDelimiters = /([;\t\r\n])/

/** A text so that no spreadsheet runs any of it. Numbers stay numbers. */
export function safeCell(text: string): string {
  const [first = '', ...rest] = text.split(otherDelimiters)
  const mark = beginsAsFormula.test(text) && !plainNumber.test(text) ? "'" : ''
  const behind = rest.map((part) => (beginsAsFormula.test(part.replace(/^[\s"]+/, '')) ? `'${part}` : part))
  return mark + first + behind.join('')
}
