const megabyte = 1024 * 1024

/** Maximum bytes of cached columns; the least recently used are evicted. */
export const mostHeld = 768 * megabyte
