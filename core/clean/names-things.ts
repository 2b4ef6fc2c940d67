import { wordsOfName } from '../profile/name-words.ts'

const idWords: ReadonlySet<string> = new Set(['id', 'key', 'code', 'number', 'no', 'zip', 'phone', 'uuid'])

/** True if the name suggests identifiers, for which no value can be substituted. */
export const namesThings = (name: string): boolean => wordsOfName(name).some((word) => idWords.has(word))
