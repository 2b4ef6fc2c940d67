import { seesEverything } from '../access/principal.ts'
import { type Place, roleOn, type Standing } from '../access/standing.ts'
import type { LiveEvent } from './live-event.ts'

/** An open line of a workspace's room: which socket it is, whose session it belongs to, and what they are to the workspace. */
export type Line = {
  readonly id: string
  readonly session: string
  /** Null if it has too many grants to be remembered; such a line is told only to look again. */
  readonly standing: Standing | null
}

/** What happens to a workspace's room. */
export type LineMessage =
  | { readonly type: 'opened'; readonly line: Line }
  | { readonly type: 'closed'; readonly line: string; readonly code: number }
  /** A page said something, which no page should: this line only speaks. */
  | { readonly type: 'said'; readonly line: string }
  | { readonly type: 'published'; readonly event: LiveEvent; readonly place: Place }
  | { readonly type: 'ended'; readonly sessions: readonly string[] }
  /** Rights have changed: what lines remember of their standing is out of date. */
  | { readonly type: 'rights-changed' }

export type LineEffect =
  | { readonly type: 'send'; readonly line: string; readonly text: string }
  | { readonly type: 'close'; readonly line: string; readonly code: number; readonly reason: string }

type Stepped = { readonly lines: readonly Line[]; readonly effects: readonly LineEffect[] }

/** Codes that a platform reports of a line that just broke, and that nobody may send: RFC 6455, 7.4.1. */
const unsendable = new Set([1005, 1006, 1015])

/** The page asks for a new session before it opens its line again. */
const sessionEnded = 4401
/** The page opens its line again: IANA, "Service Restart". */
const openAgain = 1012

const close = (line: string, code: number, reason: string): LineEffect => ({ type: 'close', line, code, reason })

/**
 * An event as a line may have it: whole for those who see everything of the object, its id for those who may know of it,
 * nothing for others.
 */
function toldTo({ standing }: Line, event: LiveEvent, place: Place): LiveEvent | null {
  if (standing === null) return { type: 'look-again' }
  const role = roleOn(standing, place)
  if (role === null) return null
  return event.type === 'dataset-changed' && !seesEverything({ role })
    ? { type: 'dataset-touched', id: event.dataset.id }
    : event
}

/** The live line of one workspace: a pure function of the lines that are open and what happens. */
export function stepWorkspaceRoom(lines: readonly Line[], message: LineMessage): Stepped {
  switch (message.type) {
    case 'opened':
      return { lines: [...lines, message.line], effects: [] }
    case 'closed': {
      const { line, code } = message
      return {
        lines: lines.filter(({ id }) => id !== line),
        effects: [close(line, unsendable.has(code) ? 1000 : code, '')],
      }
    }
    case 'said':
      return {
        lines: lines.filter(({ id }) => id !== message.line),
        effects: [close(message.line, 1003, 'this line only speaks')],
      }
    case 'published': {
      const effects = lines.flatMap((line): LineEffect[] => {
        const event = toldTo(line, message.event, message.place)
        return event === null ? [] : [{ type: 'send', line: line.id, text: JSON.stringify(event) }]
      })
      return { lines, effects }
    }
    case 'ended': {
      const over = lines.filter(({ session }) => message.sessions.includes(session))
      return {
        lines: lines.filter((line) => !over.includes(line)),
        effects: over.map(({ id }) => close(id, sessionEnded, 'session ended')),
      }
    }
    case 'rights-changed':
      return { lines: [], effects: lines.map(({ id }) => close(id, openAgain, 'rights changed')) }
  }
}
