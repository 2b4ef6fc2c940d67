/**
 * What stands under a key of an object itself. People name columns `constructor` and `toString`, which every object
 * inherits; an index alone would find those.
 */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
