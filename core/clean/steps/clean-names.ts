import { z } from 'zod'
import { wordsOfName } from '../../profile/name-words.ts'
import { freeName } from '../find-field.ts'
import type { CleanField } from '../rows.ts'
import { defineStep, settled } from '../step.ts'
import { counted } from '../words.ts'
import { renamed, renamedFields } from './rename-column.ts'

const accents = /\p{M}/gu

/** `Order Date (UTC)` becomes `order_date_utc`; `%` and `#` become words. */
export function cleanName(name: string): string {
  const said = name.replaceAll('%', ' percent ').replaceAll('#', ' number ')
  const words = wordsOfName(said.normalize('NFKD').replace(accents, ''))
  const joined = words.join('_')
  return /^\d/.test(joined) ? `column_${joined}` : joined || 'column'
}

/** New names of the columns that change; all names are unique. */
function cleanNames(fields: readonly CleanField[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const taken: { name: string }[] = []
  for (const { name } of fields) {
    const wanted = freeName(cleanName(name), taken).replaceAll(' ', '_')
    const free = taken.some((one) => one.name === wanted) ? freeName(`${wanted}_${taken.length}`, taken) : wanted
    taken.push({ name: free })
    if (free !== name) names.set(name, free)
  }
  return names
}

export const cleanNamesStep = defineStep({
  title: 'Clean names',
  useWhen: 'Call all columns in small letters, words joined by underscores.',
  inputs: [],
  settings: z.object({}),
  begin: (fields) => (fields.length > 0 ? {} : null),
  isIdempotent: true,
  plan(_, fields) {
    const names = cleanNames(fields)
    return settled(
      renamedFields(fields, names),
      () => `Give ${counted(names.size, 'column')} a clean name`,
      (rows) => renamed(rows, names),
    )
  },
})
