const largest = 100_000_000

/** SHA-256 in hex, so that a file that is here already is offered instead of loaded again; null where it cannot be had. */
export async function hashFile(file: Blob): Promise<string | null> {
  if (file.size > largest || !globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer()).catch(() => null)
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
