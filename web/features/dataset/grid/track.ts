/** Maximum element height in pixels; browsers truncate taller elements, and a million rows exceed it. */
const tallest = 8_000_000
const pagesOfTrack = 100

/** The scrolled content: rows of equal height, and the window's height. */
export type Track = { readonly rows: number; readonly rowHeight: number; readonly windowHeight: number }

/**
 * Scroll position: the row at `scrollTop + offset` is on top. A short track has offset 0. In a long one, small steps
 * move by pixels and large ones by share of the whole, as in SlickGrid (2009).
 */
export type Position = { readonly scrollTop: number; readonly offset: number }

const fullHeight = ({ rows, rowHeight }: Track): number => rows * rowHeight

/** Height of the scrolled element. */
export const heightOf = (track: Track): number => Math.min(tallest, fullHeight(track))

function pagesOf(track: Track): { readonly height: number; readonly last: number; readonly jump: number } {
  const [full, height] = [fullHeight(track), heightOf(track)]
  const pageHeight = height / pagesOfTrack
  const last = Math.max(0, Math.floor(full / pageHeight) - 1)
  return { height: pageHeight, last, jump: full <= height || last === 0 ? 0 : (full - height) / last }
}

/** The position with a given distance from the first row at the top. */
function positionAt(track: Track, distance: number): Position {
  const farthest = Math.max(0, fullHeight(track) - track.windowHeight)
  const top = Math.max(0, Math.min(distance, farthest))
  const { height, last, jump } = pagesOf(track)
  if (jump === 0) return { scrollTop: top, offset: 0 }
  const offset = Math.round(Math.min(last, Math.floor(top / height)) * jump)
  return { scrollTop: top - offset, offset }
}

/** The position after scrolling the element to `scrollTop`. */
export function scrolled(track: Track, before: Position, scrollTop: number): Position {
  if (Math.abs(scrollTop - before.scrollTop) < track.windowHeight) return positionAt(track, scrollTop + before.offset)
  const { height, last, jump } = pagesOf(track)
  const [full, shown] = [fullHeight(track), heightOf(track)]
  if (jump === 0 || shown <= track.windowHeight) return { scrollTop, offset: 0 }
  const distance = (scrollTop * (full - track.windowHeight)) / (shown - track.windowHeight)
  return { scrollTop, offset: Math.round(Math.min(last, Math.floor(distance / height)) * jump) }
}

/** Rows in the window, from the first (inclusive) to the last (exclusive). */
export function rowsInWindow(track: Track, { scrollTop, offset }: Position): readonly [number, number] {
  const top = scrollTop + offset
  const first = Math.max(0, Math.floor(top / track.rowHeight))
  return [Math.min(first, track.rows), Math.min(track.rows, Math.ceil((top + track.windowHeight) / track.rowHeight))]
}

/** The nearest position that shows a row. */
export function positionShowing(track: Track, position: Position, row: number): Position {
  const [top, bottom] = [row * track.rowHeight, (row + 1) * track.rowHeight]
  const shownFrom = position.scrollTop + position.offset
  if (top < shownFrom) return positionAt(track, top)
  return bottom > shownFrom + track.windowHeight ? positionAt(track, bottom - track.windowHeight) : position
}
