import { useLayoutEffect, useState } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { Size } from '#core/charts/drawing/drawing.ts'

/** The inner size of an element, kept up to date; null until it has one. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const measure = (): void => {
      const [width, height] = [watched.clientWidth, watched.clientHeight]
      if (width > 0 && height > 0)
        setSize((now) => (now?.width === width && now.height === height ? now : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [element])
  return size
}
