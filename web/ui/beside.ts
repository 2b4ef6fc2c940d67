const margin = 8

const within = (at: number, length: number, room: number): number =>
  Math.max(margin, Math.min(at, room - length - margin))

/** Which edges are in line. */
type Edge = 'left' | 'right'

/** Below the button with an edge in line, or above it where there is no room; in the window wherever the button is. */
function placeBeside(button: DOMRect, list: HTMLElement, edge: Edge): void {
  const { offsetWidth: width, offsetHeight: height } = list
  const below = button.bottom + 4
  const top = below + height > innerHeight - margin ? button.top - height - 4 : below
  list.style.left = `${within(edge === 'left' ? button.left : button.right - width, width, innerWidth)}px`
  list.style.top = `${within(top, height, innerHeight)}px`
}

/** Keeps the list beside its button, whatever moves that: scrolling, a page that settles, a turned phone. Gives what ends it. */
export function followButton(button: HTMLElement, list: HTMLElement, edge: Edge): () => void {
  let frame = 0
  const step = (): void => {
    placeBeside(button.getBoundingClientRect(), list, edge)
    frame = requestAnimationFrame(step)
  }
  step()
  return () => cancelAnimationFrame(frame)
}

/** Calls when a button that was in sight no longer is; one that is still being scrolled into sight has time. */
export function whenOutOfSight(button: HTMLElement, then: () => void): () => void {
  let seen = false
  const observer = new IntersectionObserver(([entry]) => {
    if (seen && !entry?.isIntersecting) then()
    seen ||= entry?.isIntersecting ?? false
  })
  observer.observe(button)
  return () => observer.disconnect()
}
