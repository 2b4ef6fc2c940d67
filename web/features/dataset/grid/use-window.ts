import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Position, positionShowing, scrolled, type Track } from './track.ts'

type Size = { readonly width: number; readonly height: number }

const nowhere: Position = { scrollTop: 0, offset: 0 }

function useSize(element: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = (): void => setSize({ width: watched.clientWidth, height: watched.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return size
}

/** The visible window of a scrolled element. */
export function useWindow(element: RefObject<HTMLElement | null>, trackOf: (windowHeight: number) => Track) {
  const size = useSize(element)
  const track = trackOf(size.height)
  const current = useRef(track)
  current.current = track
  const [position, setPosition] = useState(nowhere)
  const [left, setLeft] = useState(0)
  const at = useRef(nowhere)

  /** Scrolls to a position; on long tracks the element's scroll offset may be reset. */
  function go(next: Position): void {
    at.current = next
    setPosition(next)
    if (element.current && Math.abs(element.current.scrollTop - next.scrollTop) >= 1)
      element.current.scrollTop = next.scrollTop
  }

  useEffect(() => {
    const watched = element.current
    if (!watched) return
    const onScroll = (): void => {
      setLeft(watched.scrollLeft)
      if (Math.abs(watched.scrollTop - at.current.scrollTop) >= 1)
        go(scrolled(current.current, at.current, watched.scrollTop))
    }
    watched.addEventListener('scroll', onScroll, { passive: true })
    return () => watched.removeEventListener('scroll', onScroll)
  }, [])

  return {
    size,
    track,
    position,
    left,
    toTop: () => go(nowhere),
    show: (row: number) => go(positionShowing(current.current, at.current, row)),
  }
}
