import { withCorrections } from '#core/ask/corrections/with-corrections.ts'
import type { Reading } from '#core/ask/reading.ts'
import type { Profile } from '#core/profile/profile.ts'
import type { Query } from '#core/query/query.ts'
import type { Correction } from '#core/semantic/correction.ts'
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

type Local = {
  readonly dataset: string
  readonly file: () => Described | null
  /** Resolves once the engine has the rows. */
  readonly opened: () => Promise<unknown>
}

type Means = {
  readonly engine: HeldEngine
  /** What words mean in questions about a dataset, as people said. */
  readonly corrections: (dataset: string) => Promise<readonly Correction[]>
}

/** Answers about rows in this browser, once the engine has opened them. */
export function createLocalAnswers({ dataset, file, opened }: Local, { engine, corrections }: Means): LocalAnswers {
  /** The model that questions are read with. */
  const asking = async (model: SemanticModel): Promise<SemanticModel> =>
    withCorrections(model, await corrections(dataset))
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
    model: () => withFile(async ({ model }) => ({ ok: true, value: await asking(model) })),
    profile: () => withFile(({ profile }) => Promise.resolve({ ok: true, value: profile })),
    suggestions: () => withFile(({ model }) => engine.suggest(model)),
    ask: (question, after) =>
      withFile(async ({ model }) => engine.ask({ question, model: await asking(model), after })),
  }
}
