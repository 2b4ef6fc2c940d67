import { wordsOfName } from '../profile/name-words.ts'

const idWords: ReadonlySet<string> = new Set(['id', 'key', 'code', 'number', 'no', 'zip', 'phone', 'uuid'])

/** Does a column of this name hold numbers that name things, so that none can stand for another? */
export const namesThings = (name: string): boolean => wordsOfName(name).some((word) => idWords.has(word))
