import { day } from '../../table/time-units.ts'

/** From this instant, local time is `offset` milliseconds ahead of UTC. */
export type Transition = { readonly from: number; readonly offset: number }

/** A time zone as a table of offsets; instants are milliseconds since 1970 UTC. */
export type Zone = {
  readonly name: string
  readonly offsetAt: (instant: number) => number
  /** The offsets in effect between two instants; the first entry starts at -Infinity. */
  readonly transitions: (from: number, to: number) => readonly Transition[]
}

/** The shortest interval between two transitions in the tz database is just under four days. */
const step = 3 * day
/** Offsets are computed in blocks of this many steps, about sixteen years. */
const stepsInBlock = 2048
const block = step * stepsInBlock

/**
 * Transitions are limited to these years, because a database needs a finite table; the first and last offsets extend
 * outwards, in every engine alike.
 */
const knownFrom = Date.UTC(1850, 0, 1)
const knownTo = Date.UTC(2100, 0, 1)

export const utc: Zone = {
  name: 'UTC',
  offsetAt: () => 0,
  transitions: () => [{ from: Number.NEGATIVE_INFINITY, offset: 0 }],
}

const zones = new Map<string, Zone>([['UTC', utc]])

/** True if the runtime knows this IANA zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
  if (zones.has(name)) return true
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }))
  } catch {
    return false
  }
}

/** The zone of this name; UTC by default. Throws for an unknown name: call `isTimeZone` first. */
export function zoneOf(name = 'UTC'): Zone {
  const known = zones.get(name) ?? makeZone(name)
  zones.set(name, known)
  return known
}

/** The offset table for a database, between two instants. */
export const transitionsOf = (name: string, from: number, to: number): readonly Transition[] =>
  zoneOf(name).transitions(from, to)

function makeZone(name: string): Zone {
  const lookUp = offsetsFrom(name)
  const blocks = new Map<number, readonly Transition[]>()
  const blockAt = (index: number): readonly Transition[] => {
    const found = blocks.get(index) ?? transitionsIn(index * block, lookUp)
    blocks.set(index, found)
    return found
  }
  const between = (from: number, to: number): readonly Transition[] => {
    const [first, last] = [Math.floor(clamped(from) / block), Math.floor(clamped(to) / block)]
    const all = Array.from({ length: last - first + 1 }, (_, index) => blockAt(first + index)).flat()
    return cut(all, clamped(from), clamped(to))
  }
  return { name, transitions: between, offsetAt: cachedOffsets(blockAt) }
}

const clamped = (instant: number): number => Math.min(Math.max(instant, knownFrom), knownTo - 1)

/** Neighbouring values mostly share an offset, so the last interval is tried first. */
function cachedOffsets(blockAt: (index: number) => readonly Transition[]): Zone['offsetAt'] {
  let [from, to, offset] = [0, 0, 0]
  return (instant) => {
    if (instant >= from && instant < to) return offset
    if (Number.isNaN(instant)) return 0
    const at = clamped(instant)
    const index = Math.floor(at / block)
    const table = blockAt(index)
    const last = table.findLastIndex((entry) => entry.from <= at)
    from = table[last]?.from ?? 0
    to = table[last + 1]?.from ?? (index + 1) * block
    offset = table[last]?.offset ?? 0
    return offset
  }
}

/** Removes repeated offsets; the first entry is extended to -Infinity. */
function cut(all: readonly Transition[], from: number, to: number): readonly Transition[] {
  const first = all.findLastIndex((entry) => entry.from <= from)
  const kept = all.slice(Math.max(0, first)).filter((entry) => entry.from <= to)
  const changes = kept.filter((entry, index) => entry.offset !== kept[index - 1]?.offset)
  return changes.map((entry, index) => (index === 0 ? { ...entry, from: Number.NEGATIVE_INFINITY } : entry))
}

function transitionsIn(start: number, lookUp: (instant: number) => number): readonly Transition[] {
  const found: Transition[] = [{ from: start, offset: lookUp(start) }]
  for (let at = start; at < start + block; at += step) {
    const known = found.at(-1)?.offset
    const next = lookUp(at + step)
    if (next !== known && known !== undefined) {
      const from = firstWithout(known, [at, at + step], lookUp)
      if (from < start + block) found.push({ from, offset: next })
    }
  }
  return found
}

/** The first second at which an offset ends. */
function firstWithout(offset: number, [from, to]: readonly [number, number], lookUp: (at: number) => number): number {
  let [low, high] = [from / 1000, to / 1000]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (lookUp(middle * 1000) === offset) low = middle
    else high = middle
  }
  return high * 1000
}

const written = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/

/** Reads offsets from `Intl`, the only API that exposes them. */
function offsetsFrom(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (instant) => {
    const match = written.exec(format.format(instant))
    if (!match) throw new Error(`The platform tells no offset of ${timeZone}`)
    const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] = match
    return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  }
}
