const start = '#q='

/** The address of the SQL screen with this SQL in it; what stands behind the # never leaves the browser. */
export const sqlAddress = (sql: string): string => `/sql${start}${encodeURIComponent(sql)}`

/** The SQL in the fragment of an address; null where there is none. */
export function sqlInFragment(fragment: string): string | null {
  if (!fragment.startsWith(start)) return null
  try {
    return decodeURIComponent(fragment.slice(start.length))
  } catch {
    return null
  }
}
