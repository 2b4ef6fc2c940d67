/**
 * The own property of a key. Columns may be named `constructor` or `toString`, which indexing would find on the
 * prototype.
 */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
