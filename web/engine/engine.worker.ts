import { ok, type Result } from '#core/result.ts'
import type { EngineCalls, EngineReply, EngineRequest } from './messages.ts'
import { createOpenDatasets } from './open-datasets.ts'
import { createParts } from './parts.ts'
import { createUnderWay } from './under-way.ts'

const { open, close, isWithinReach, engine } = createOpenDatasets(createParts(navigator.hardwareConcurrency))

type Answering = {
  readonly [Kind in keyof EngineCalls]: (
    asked: EngineCalls[Kind]['asks'],
    signal: AbortSignal,
  ) => Promise<Result<EngineCalls[Kind]['gives']>>
}

const answers: Answering = {
  async warm({ dataset, file, queries }, signal) {
    const opened = await open(dataset, file)
    if (!opened.ok) return opened
    for (const query of queries.filter(isWithinReach)) await engine.run(query, signal)
    return ok(null)
  },
  open: ({ dataset, file }) => open(dataset, file),
  async close({ dataset }) {
    close(dataset)
    return ok(null)
  },
  run: ({ query }, signal) => engine.run(query, signal),
  async stop({ call }) {
    underWay.stop(call)
    return ok(null)
  },
  async ask({ question, model, after }, signal) {
    const started = performance.now()
    const [{ ask }, { answerToWire }, { prepareHere }] = await Promise.all([
      import('#core/ask/ask.ts'),
      import('#core/wire/answer.ts'),
      import('./prepare-here.ts'),
    ])
    const [first, ...others] = after
    const now = Date.now()
    const answer = await ask(question, {
      model,
      after: first && [first, ...others],
      now,
      looksUp: true,
      run: async (asked) => {
        const prepared = prepareHere(asked, model, now)
        return prepared.ok ? engine.run(prepared.value, signal) : prepared
      },
    })
    return ok(answerToWire(answer, model, performance.now() - started))
  },
  async suggest({ model }) {
    const { suggestQuestions } = await import('#core/ask/suggest.ts')
    return ok(suggestQuestions(model))
  },
}

const underWay = createUnderWay()

async function answer(request: EngineRequest): Promise<EngineReply> {
  const { id, kind } = request
  const act = answers[kind] as (asked: EngineRequest, signal: AbortSignal) => Promise<Result<unknown>>
  const result = await underWay.during(id, (signal) => act(request, signal))
  return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, problem: result.error }
}

self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  void answer(data)
    .catch((): EngineReply => ({ id: data.id, ok: false, problem: null }))
    .then((reply) => self.postMessage(reply, { transfer: [] }))
})
