const start = '#q='

/** The URL of the SQL screen with this SQL; the fragment after # is never sent to the server. */
export const sqlAddress = (sql: string): string => `/sql${start}${encodeURIComponent(sql)}`

/** The SQL in a URL fragment; null if there is none. */
export function sqlInFragment(fragment: string): string | null {
  if (!fragment.startsWith(start)) return null
  try {
    return decodeURIComponent(fragment.slice(start.length))
  } catch {
    return null
  }
}
