/** The address of signing in so that one comes back to where one was. */
export const signInAddress = (from: string): string =>
  from === '/' || from.startsWith('/sign-') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`

/** Where to go after signing in; only to an address of this site, whatever a link asks for. */
export function returnAddress(next: string | undefined, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const url = new URL(next, origin)
  return url.origin === origin ? `${url.pathname}${url.search}${url.hash}` : '/'
}
