/**
 * The intended reader of a CSV. Spreadsheets evaluate cells that begin like a formula, so such cells get a leading
 * apostrophe; programs get every cell unchanged.
 */
export type CsvReader = 'spreadsheet' | 'program'

/**
 * Matches cells that Excel, LibreOffice or Google Sheets may evaluate as a formula; Japanese versions accept the
 * full-width signs.
 */
const beginsAsFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/

/** A number or a grouped telephone number; spreadsheets do not evaluate these. */
const plainNumber = /^[+-]?[.,]?\d[\d.,\s\u00a0]*(?:e[+-]?\d+)?%?$/i

/**
 * Spreadsheets of other locales split lines at these, which would start a new cell. CSV escaping doubles a quote
 * there, which would open and close it.
 */
const otherDelimiters = /([;\t\r\n])/

/** Escapes text so that no spreadsheet evaluates it. Numbers stay numbers. */
export function safeCell(text: string): string {
  const [first = '', ...rest] = text.split(otherDelimiters)
  const mark = beginsAsFormula.test(text) && !plainNumber.test(text) ? "'" : ''
  const behind = rest.map((part) => (beginsAsFormula.test(part.replace(/^[\s"]+/, '')) ? `'${part}` : part))
  return mark + first + behind.join('')
}
