import { complete } from '#core/ask/complete/complete.ts'
import type { Known, Typed } from '#core/ask/complete/completion.ts'
import { previewOf } from '#core/ask/complete/known-readings.ts'
import type { CompleteReply, CompleteRequest } from './complete-messages.ts'

let known: Known | null = null
let last = 0

/** Lets the next key in: a message that waits is handled before this goes on. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0))

const tell = (reply: CompleteReply): void => self.postMessage(reply, { transfer: [] })

/** The list first, then the reading, then questions one by one; a later key ends it. */
async function follow(id: number, typed: Typed, about: Known): Promise<void> {
  let { suggestions, isFinished } = complete(typed, about, 0)
  tell({ id, suggestions, preview: null })
  await breathe()
  if (id !== last) return
  const preview = previewOf(typed.text, about.model)
  tell({ id, suggestions, preview })
  while (!isFinished) {
    await breathe()
    if (id !== last) return
    const next = complete(typed, about, 1)
    const isLonger = next.suggestions.length > suggestions.length
    ;({ suggestions, isFinished } = next)
    if (isLonger) tell({ id, suggestions, preview })
  }
}

let waiting: (Typed & { readonly id: number }) | null = null

self.addEventListener('message', ({ data }: MessageEvent<CompleteRequest>) => {
  if (data.kind === 'open') {
    known = { model: data.model, asked: data.asked }
    // Names and values are sorted before the next key.
    complete({ text: ' ', caret: 1 }, known, 0)
  } else {
    last = data.id
    waiting = data
  }
  // A key may come before the model.
  if (known === null || waiting === null) return
  const typed = waiting
  waiting = null
  void follow(typed.id, typed, known)
})
