import type { Pause } from '#core/budget.ts'
import type { Failure } from '#core/errors.ts'
import type { Random } from '../random.ts'

/** How work ended: with what was asked for, or with a sentence. */
type Ending = { readonly ok: true } | { readonly ok: false; readonly error: Failure }

/** A small input that wants to be large work. */
export type Bomb = {
  readonly label: string
  readonly run: (pause: Pause) => Promise<Ending>
}

/** Makes a bomb about as large as it is told. */
export type BombKind = (random: Random, size: number) => Bomb
