/** Looks up a name from the SQL, which may equal an inherited property. */
export const lookUp = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | null =>
  Object.hasOwn(table, name) ? (table[name] ?? null) : null
