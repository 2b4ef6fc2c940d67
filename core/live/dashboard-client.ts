import { applyEdit, parseEdit, type Edit } from '../dashboard/apply-edit.ts'
import type { Dashboard } from '../dashboard/dashboard.ts'
import { mostEdits } from './dashboard-room.ts'

/** A page's side of a dashboard's room. */
export type ClientState<Problem> = {
  /** As the room last said it is. */
  readonly confirmed: Dashboard
  /** The batch whose answer is awaited, and the version it was sent from. */
  readonly sent: { readonly version: number; readonly edits: readonly Edit[] } | null
  /** Edits that follow it. */
  readonly waiting: readonly Edit[]
  /** The newest version that was heard of. */
  readonly heard: number
  /** Has the live line been down since the room was last asked? */
  readonly mayHaveMissed: boolean
  /** Was the last request unanswered? */
  readonly isDown: boolean
  /** Why the last batch was refused; null when none was. */
  readonly refused: Problem | null
}

/** What came of a batch, named by the version that it was sent from. */
type Answer<Problem> =
  | { readonly type: 'accepted'; readonly from: number; readonly dashboard: Dashboard }
  | { readonly type: 'refused'; readonly from: number; readonly problem: Problem }
  /** Somebody else was first. */
  | { readonly type: 'conflict'; readonly from: number }
  /** No answer came: the batch may have been taken, or may still be. */
  | { readonly type: 'lost'; readonly from: number }

/** What happens to a page. */
export type ClientEvent<Problem> =
  | { readonly type: 'edited'; readonly edit: Edit }
  | Answer<Problem>
  /** The live line says that the dashboard has reached a version. */
  | { readonly type: 'told'; readonly version: number }
  /** The live line is up again, and may have missed something. */
  | { readonly type: 'reopened' }
  /** The edits after a version, as asked for by `catch-up`. */
  | { readonly type: 'missed'; readonly after: number; readonly edits: readonly Edit[] }
  /** The whole document, where its edits could not be had. */
  | { readonly type: 'replaced'; readonly dashboard: Dashboard }

export type ClientEffect =
  | { readonly type: 'send'; readonly version: number; readonly edits: readonly Edit[] }
  | { readonly type: 'catch-up'; readonly after: number }

type Stepped<Problem> = { readonly state: ClientState<Problem>; readonly effects: readonly ClientEffect[] }

export const startClient = <Problem>(confirmed: Dashboard): ClientState<Problem> => ({
  confirmed,
  sent: null,
  waiting: [],
  heard: confirmed.version,
  mayHaveMissed: false,
  isDown: false,
  refused: null,
})

/** The document after an edit; as it was where the edit no longer fits. */
function applied(dashboard: Dashboard, edit: Edit): Dashboard {
  const result = applyEdit(dashboard, edit)
  return result.ok ? result.value.dashboard : dashboard
}

/** What the page shows: the room's document under the edits on their way. */
export const shownBy = ({ confirmed, sent, waiting }: ClientState<unknown>): Dashboard =>
  [...(sent?.edits ?? []), ...waiting].reduce(applied, confirmed)

export const isSaved = ({ sent, waiting }: ClientState<unknown>): boolean => sent === null && waiting.length === 0

/** The edit as the room will read and store it, so that the two can be compared. */
function asRead(edit: Edit): Edit {
  const read = parseEdit(edit)
  return read.ok ? read.value : edit
}

const isSame = (some: readonly Edit[], others: readonly Edit[]): boolean =>
  JSON.stringify(some) === JSON.stringify(others)

const stay = <Problem>(state: ClientState<Problem>): Stepped<Problem> => ({ state, effects: [] })

const catchUp = <Problem>(state: ClientState<Problem>): Stepped<Problem> => ({
  state: { ...state, mayHaveMissed: false },
  effects: [{ type: 'catch-up', after: state.confirmed.version }],
})

/** Sends what waits, one batch at a time; with nothing to send, asks for what others did. */
function sendNext<Problem>(state: ClientState<Problem>): Stepped<Problem> {
  if (state.sent !== null) return stay(state)
  if (state.waiting.length === 0)
    return state.mayHaveMissed || state.heard > state.confirmed.version ? catchUp(state) : stay(state)
  const sent = { version: state.confirmed.version, edits: state.waiting.slice(0, mostEdits) }
  return {
    state: { ...state, sent, waiting: state.waiting.slice(sent.edits.length) },
    effects: [{ type: 'send', ...sent }],
  }
}

/** Sends the awaited batch again, made of what is confirmed now. */
function sendAgain<Problem>(state: ClientState<Problem>): Stepped<Problem> {
  if (state.sent === null) return sendNext(state)
  const sent = { ...state.sent, version: state.confirmed.version }
  return { state: { ...state, sent }, effects: [{ type: 'send', ...sent }] }
}

/** The state with a document of the room, unless a newer one is there; the room may have gone on while it was sent. */
const upTo = <Problem>(state: ClientState<Problem>, dashboard: Dashboard): ClientState<Problem> => {
  const confirmed = dashboard.version > state.confirmed.version ? dashboard : state.confirmed
  return { ...state, confirmed, isDown: false }
}

/**
 * Takes in the edits of others and our own, which come back where their answer was lost. A batch is taken whole and only at
 * the version it was sent from, so what stands there tells whether it was ours.
 */
function missed<Problem>(state: ClientState<Problem>, after: number, edits: readonly Edit[]): Stepped<Problem> {
  const { confirmed, sent } = state
  if (after > confirmed.version) return catchUp(state)
  const fresh = edits.slice(confirmed.version - after)
  const isOurs =
    sent !== null && sent.version === confirmed.version && isSame(fresh.slice(0, sent.edits.length), sent.edits)
  const next = upTo(state, fresh.reduce(applied, confirmed))
  return isOurs ? sendNext({ ...next, sent: null }) : sendAgain(next)
}

/** The answer to an earlier batch comes late, and changes nothing. */
function answered<Problem>(state: ClientState<Problem>, event: Answer<Problem>): Stepped<Problem> {
  const isAwaited = state.sent?.version === event.from
  if (event.type === 'accepted') {
    const next = upTo(state, event.dashboard)
    return isAwaited ? sendNext({ ...next, sent: null }) : stay(next)
  }
  if (!isAwaited) return stay(state)
  if (event.type === 'refused') return sendNext({ ...state, sent: null, refused: event.problem, isDown: false })
  return catchUp({ ...state, isDown: event.type === 'lost' })
}

/** What a page does about what happens to it: a pure function of its state and the event. */
export function stepClient<Problem>(state: ClientState<Problem>, event: ClientEvent<Problem>): Stepped<Problem> {
  if ('from' in event) return answered(state, event)
  switch (event.type) {
    case 'edited':
      return sendNext({ ...state, waiting: [...state.waiting, asRead(event.edit)] })
    case 'told':
      return sendNext({ ...state, heard: Math.max(state.heard, event.version) })
    case 'reopened':
      return sendNext({ ...state, mayHaveMissed: true })
    case 'missed':
      return missed(state, event.after, event.edits)
    case 'replaced':
      return sendAgain(upTo(state, event.dashboard))
  }
}
