import { useEffect } from 'preact/hooks'
import type { RefObject } from 'preact'
import type { Looking } from './use-view-window.ts'

/** How much a wheel that was turned by one pixel zooms. */
const perPixel = 0.004
/** Pixels of one turn that count at most: the notch of a mouse's wheel is no leap. */
const mostPixels = 120

/** Turned with Ctrl, as two fingers on a pad do, a wheel zooms; turned sideways or with Shift, it pans what is zoomed. */
export function useWheelZoom(frame: RefObject<HTMLElement | null>, looking: Looking, isEnabled: boolean): void {
  useEffect(() => {
    const element = frame.current
    if (!element || !isEnabled) return
    const onWheel = (event: WheelEvent): void => {
      const { deltaX, deltaY } = event
      const { left, top, width } = element.getBoundingClientRect()
      const isAcross = event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY)
      const turned = Math.max(-mostPixels, Math.min(mostPixels, deltaY))
      if (event.ctrlKey || event.metaKey)
        looking.zoom(Math.exp(turned * perPixel), { x: event.clientX - left, y: event.clientY - top })
      else if (isAcross && looking.window) looking.pan({ x: (deltaX || deltaY) / width, y: 0 })
      else return
      event.preventDefault()
    }
    // A passive listener could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  })
}
