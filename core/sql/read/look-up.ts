/** What a table says of a name that people wrote, which may be that of anything. */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null
