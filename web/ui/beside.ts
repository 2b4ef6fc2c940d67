const margin = 8

const within = (at: number, length: number, room: number): number =>
  Math.max(margin, Math.min(at, room - length - margin))

/** The edge at which list and button align. */
type Edge = 'left' | 'right'

/** Places the list below the button, or above it if there is no room, clamped to the window. */
function placeBeside(button: DOMRect, list: HTMLElement, edge: Edge): void {
  const { offsetWidth: width, offsetHeight: height } = list
  const below = button.bottom + 4
  const top = below + height > innerHeight - margin ? button.top - height - 4 : below
  list.style.left = `${within(edge === 'left' ? button.left : button.right - width, width, innerWidth)}px`
  list.style.top = `${within(top, height, innerHeight)}px`
}

/** Keeps the list beside its button while the page scrolls, changes or resizes. Returns a cleanup function. */
export function followButton(button: HTMLElement, list: HTMLElement, edge: Edge): () => void {
  let frame = 0
  const step = (): void => {
    placeBeside(button.getBoundingClientRect(), list, edge)
    frame = requestAnimationFrame(step)
  }
  step()
  return () => cancelAnimationFrame(frame)
}

/** Calls `then` when a visible button leaves the viewport; a button that is being scrolled into view is ignored. */
export function whenOutOfSight(button: HTMLElement, then: () => void): () => void {
  let seen = false
  const observer = new IntersectionObserver(([entry]) => {
    if (seen && !entry?.isIntersecting) then()
    seen ||= entry?.isIntersecting ?? false
  })
  observer.observe(button)
  return () => observer.disconnect()
}
