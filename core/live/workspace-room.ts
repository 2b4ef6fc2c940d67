import type { LiveEvent } from './live-event.ts'

/** An open line of a workspace's room: which socket it is, and whose session it belongs to. */
export type Line = { readonly id: string; readonly session: string }

/** What happens to a workspace's room. */
export type LineMessage =
  | { readonly type: 'opened'; readonly line: Line }
  | { readonly type: 'closed'; readonly line: string; readonly code: number }
  /** A page said something, which no page should: this line only speaks. */
  | { readonly type: 'said'; readonly line: string }
  | { readonly type: 'published'; readonly event: LiveEvent }
  | { readonly type: 'ended'; readonly sessions: readonly string[] }

export type LineEffect =
  | { readonly type: 'send'; readonly line: string; readonly text: string }
  | { readonly type: 'close'; readonly line: string; readonly code: number; readonly reason: string }

type Stepped = { readonly lines: readonly Line[]; readonly effects: readonly LineEffect[] }

/** Codes that a platform reports of a line that just broke, and that nobody may send: RFC 6455, 7.4.1. */
const unsendable = new Set([1005, 1006, 1015])

/** The page asks for a new session before it opens its line again. */
const sessionEnded = 4401

const close = (line: string, code: number, reason: string): LineEffect => ({ type: 'close', line, code, reason })

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
      const text = JSON.stringify(message.event)
      return { lines, effects: lines.map(({ id }) => ({ type: 'send', line: id, text })) }
    }
    case 'ended': {
      const over = lines.filter(({ session }) => message.sessions.includes(session))
      return {
        lines: lines.filter((line) => !over.includes(line)),
        effects: over.map(({ id }) => close(id, sessionEnded, 'session ended')),
      }
    }
  }
}
