import type { Reading } from '#core/ask/reading.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Query } from '#core/query/query.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Table } from '#core/table/table.ts'
import type { HeldEngine } from '../engine/local-engine.ts'
import { prepareHere } from '../engine/prepare-here.ts'
import type { ReadFile } from '../engine/read-file.ts'
import type { WireAnswer } from '#core/wire/answer.ts'
import type { Outcome, Problem } from '../transport.ts'

const notRead: Problem = {
  code: 'dataset/not-ready',
  status: 409,
  message: 'This file is not read yet.',
  hint: 'Wait a moment; it goes on by itself.',
}

export type LocalAnswers = {
  readonly model: () => Promise<Outcome<SemanticModel>>
  readonly suggestions: () => Promise<Outcome<readonly string[]>>
  readonly profile: () => Promise<Outcome<Profile>>
  readonly query: (asked: Query, signal?: AbortSignal) => Promise<Outcome<Table>>
  readonly ask: (question: string, after: readonly Reading[]) => Promise<Outcome<WireAnswer>>
}

type Described = Pick<ReadFile, 'model' | 'profile'>

/** Answers about rows in this browser, once the engine has opened them. */
export function createLocalAnswers(
  file: () => Described | null,
  opened: () => Promise<unknown>,
  engine: HeldEngine,
): LocalAnswers {
  async function withFile<Value>(act: (file: Described) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const read = file()
    if (!read) return { ok: false, error: notRead }
    await opened()
    return act(read)
  }
  const query = (asked: Query, signal?: AbortSignal): Promise<Outcome<Table>> =>
    withFile(async ({ model }) => {
      const valid = prepareHere(asked, model, Date.now())
      return valid.ok ? engine.answer(valid.value, signal) : valid
    })
  return {
    query,
    model: () => withFile(({ model }) => Promise.resolve({ ok: true, value: model })),
    profile: () => withFile(({ profile }) => Promise.resolve({ ok: true, value: profile })),
    suggestions: () => withFile(({ model }) => engine.suggest(model)),
    ask: (question, after) => withFile(({ model }) => engine.ask({ question, model, after })),
  }
}
