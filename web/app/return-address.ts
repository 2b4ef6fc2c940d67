/** The sign-in URL that returns to the current page. */
export const signInAddress = (from: string): string =>
  from === '/' || from.startsWith('/sign-') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`

/** The target after sign-in; restricted to this origin. */
export function returnAddress(next: string | undefined, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const url = new URL(next, origin)
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/'
}
