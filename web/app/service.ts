import { signal } from '@preact/signals'

type Info = { readonly limits?: { readonly uploadBytes?: number } }

/** Maximum file size in bytes; null until the server responds. */
export const uploadLimit = signal<number | null>(null)

/** Loads the server's limits. Without them the page shows none, and the upload itself is refused. */
export async function loadLimits(): Promise<void> {
  const response = await fetch('/info').catch(() => null)
  const info = response?.ok ? ((await response.json().catch(() => null)) as Info | null) : null
  uploadLimit.value = info?.limits?.uploadBytes ?? null
}
