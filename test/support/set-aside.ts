import { hashText } from '#core/profile/hash.ts'

const [seed, aside, parts] = [7, 2, 5]

/** In which of several parts a file is: the same one for the same seed, whatever else is there. */
export const partOf = (file: string, partSeed: number, count: number): number => hashText(`7:${file}`, partSeed) % count

/** True for a fifth of the files, which nobody reads: they show how what was learned from the others holds elsewhere. */
export const isSetAside = (file: string): boolean => partOf(file, seed, parts) === aside
