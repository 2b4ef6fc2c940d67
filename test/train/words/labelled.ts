import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { singular, wordsOfName } from '#core/profile/name-words.ts'
import { synonymsOfWord } from '#core/semantic/synonyms.ts'
import { sharedPath } from '../../support/shared.ts'

/** Two words, and whether people use the one for the other. */
export type Labelled = { readonly word: string; readonly other: string; readonly isSame: boolean }

const isWord = (text: string): boolean => /^[a-z]{3,}$/.test(text)

/** Words that the product knows to be used for one another. */
const same = (words: readonly string[]): readonly Labelled[] =>
  words
    .filter((word) => singular(word) === word)
    .flatMap((word) =>
      synonymsOfWord(word)
        .filter(isWord)
        .map((other) => ({ word, other, isSame: true })),
    )

/** The headers of one word of each table to learn from. */
function headersToLearn(): readonly (readonly string[])[] {
  const folder = join(sharedPath(''), '../train/wtq/tables')
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const [line = ''] = readFileSync(join(folder, file), 'utf8').split('\n', 1)
      const names = line.split(',').map((name) => wordsOfName(name.replaceAll('"', '')).map(singular))
      return [...new Set(names.flatMap((words) => (words.length === 1 ? words.filter(isWord) : [])))]
    })
}

/** Columns of one table hold different things, however near their names are. */
function different(): readonly Labelled[] {
  const found = new Map<string, Labelled>()
  for (const names of headersToLearn())
    for (const word of names) for (const other of names) found.set(`${word} ${other}`, { word, other, isSame: false })
  return [...found.values()].filter(({ word, other }) => word !== other && !synonymsOfWord(word).includes(other))
}

/** Pairs to learn from: `words` are those with a vector. */
export const labelledPairs = (words: readonly string[]): readonly Labelled[] => [...same(words), ...different()]
