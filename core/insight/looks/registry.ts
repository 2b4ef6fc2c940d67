import type { Look } from '../insight.ts'
import type { Subject } from '../subject.ts'
import { associations } from './associations.ts'
import { concentrations } from './concentrations.ts'
import { differences } from './differences.ts'
import { relations } from './relations.ts'
import { trends } from './trends.ts'

/** Every kind of look, in the order in which they are taken. A new one is one file and one line here. */
export const looks: readonly ((subject: Subject) => readonly Look[])[] = [
  concentrations,
  differences,
  trends,
  relations,
  associations,
]
