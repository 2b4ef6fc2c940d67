/** Browsers cut elements short somewhere above this many pixels: a million rows are taller. */
const tallest = 8_000_000
const pagesOfTrack = 100

/** What is scrolled: so many rows of one height, seen through a window. */
export type Track = { readonly rows: number; readonly rowHeight: number; readonly windowHeight: number }

/**
 * Where a track stands: the element is scrolled to `scrollTop`, and the row at `scrollTop + offset` is on top.
 * A short track has no offset. In a long one, small steps move by pixels and great ones by the share of the whole,
 * as SlickGrid (2009) showed.
 */
export type Position = { readonly scrollTop: number; readonly offset: number }

const fullHeight = ({ rows, rowHeight }: Track): number => rows * rowHeight

/** How tall the scrolled element is. */
export const heightOf = (track: Track): number => Math.min(tallest, fullHeight(track))

function pagesOf(track: Track): { readonly height: number; readonly last: number; readonly jump: number } {
  const [full, height] = [fullHeight(track), heightOf(track)]
  const pageHeight = height / pagesOfTrack
  const last = Math.max(0, Math.floor(full / pageHeight) - 1)
  return { height: pageHeight, last, jump: full <= height || last === 0 ? 0 : (full - height) / last }
}

/** The position at which a distance from the first row is on top of the window. */
function positionAt(track: Track, distance: number): Position {
  const farthest = Math.max(0, fullHeight(track) - track.windowHeight)
  const top = Math.max(0, Math.min(distance, farthest))
  const { height, last, jump } = pagesOf(track)
  if (jump === 0) return { scrollTop: top, offset: 0 }
  const offset = Math.round(Math.min(last, Math.floor(top / height)) * jump)
  return { scrollTop: top - offset, offset }
}

/** The position after the element was scrolled to `scrollTop`. */
export function scrolled(track: Track, before: Position, scrollTop: number): Position {
  if (Math.abs(scrollTop - before.scrollTop) < track.windowHeight) return positionAt(track, scrollTop + before.offset)
  const { height, last, jump } = pagesOf(track)
  const [full, shown] = [fullHeight(track), heightOf(track)]
  if (jump === 0 || shown <= track.windowHeight) return { scrollTop, offset: 0 }
  const distance = (scrollTop * (full - track.windowHeight)) / (shown - track.windowHeight)
  return { scrollTop, offset: Math.round(Math.min(last, Math.floor(distance / height)) * jump) }
}

/** The rows in the window, from the first up to, but without, the last. */
export function rowsInWindow(track: Track, { scrollTop, offset }: Position): readonly [number, number] {
  const top = scrollTop + offset
  const first = Math.max(0, Math.floor(top / track.rowHeight))
  return [Math.min(first, track.rows), Math.min(track.rows, Math.ceil((top + track.windowHeight) / track.rowHeight))]
}

/** The position that brings a row into the window with the least movement. */
export function positionShowing(track: Track, position: Position, row: number): Position {
  const [top, bottom] = [row * track.rowHeight, (row + 1) * track.rowHeight]
  const shownFrom = position.scrollTop + position.offset
  if (top < shownFrom) return positionAt(track, top)
  return bottom > shownFrom + track.windowHeight ? positionAt(track, bottom - track.windowHeight) : position
}
