/** What a number format makes of a number. */
type FormatKind = 'general' | 'number' | 'percent' | 'date' | 'time' | 'duration' | 'padded' | 'text'

export type NumberFormat = {
  readonly code: string
  readonly kind: FormatKind
  /** The currency symbol that it puts beside numbers, or null. */
  readonly symbol: string | null
}

/** The codes of formats that files only number. */
export const builtInFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"$"#,##0_);\\("$"#,##0\\)',
  6: '"$"#,##0_);\\("$"#,##0\\)',
  7: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  8: '"$"#,##0.00_);\\("$"#,##0.00\\)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'yyyy/m/d'])),
  ...Object.fromEntries([32, 33, 34, 35].map((id) => [id, 'h:mm:ss'])),
  37: '#,##0_);\\(#,##0\\)',
  38: '#,##0_);\\(#,##0\\)',
  39: '#,##0.00_);\\(#,##0.00\\)',
  40: '#,##0.00_);\\(#,##0.00\\)',
  41: '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
  42: '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)',
  44: '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
}

/** A code without what it shows as it stands: quoted and escaped text, padding, colours, conditions, locales. */
const bareOf = (code: string): string =>
  code.replaceAll(/"[^"]*"|\\.|[_*]./g, '').replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')

function kindOf(code: string): FormatKind {
  const bare = (bareOf(code).split(';')[0] ?? '').trim().toLowerCase()
  if (bare === 'general' || bare === '') return 'general'
  if (bare === '@') return 'text'
  if (/\[[hms]+\]/.test(bare)) return 'duration'
  const letters = bare.replaceAll('general', '').replaceAll(/am\/pm|a\/p/g, 'h')
  if (/[yd]|m{3,}/.test(letters)) return 'date'
  if (/[hs]/.test(letters)) return 'time'
  if (/^m+$/.test(letters)) return 'date'
  if (bare.includes('%')) return 'percent'
  return /^[0\-() ]+$/.test(bare) && /0{2,}/.test(bare) ? 'padded' : 'number'
}

const symbols = /[$€£¥₹₩₽₺฿]/u

function symbolOf(code: string): string | null {
  const first = code.split(';')[0] ?? ''
  // `[$-409]` names a locale, `[$€-407]` a currency.
  return symbols.exec(first.replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, '$1'))?.[0] ?? null
}

const known = new Map<string, NumberFormat>()
const mostKnown = 5000
/** Excel itself takes no longer code. */
const longestCode = 255

/** A number format by its code. */
export function formatOf(written: string): NumberFormat {
  const code = written.length > longestCode ? 'General' : written
  const found = known.get(code)
  if (found) return found
  const kind = kindOf(code)
  const format = { code, kind, symbol: kind === 'number' ? symbolOf(code) : null }
  if (known.size >= mostKnown) known.clear()
  known.set(code, format)
  return format
}

export const general: NumberFormat = formatOf('General')
