import { signal } from '@preact/signals'

type Info = { readonly limits?: { readonly uploadBytes?: number } }

/** How large a file may be here, in bytes; null until the service has said so. */
export const uploadLimit = signal<number | null>(null)

/** Asks the service what it allows. Without its word the page promises nothing, and the upload itself is told. */
export async function loadLimits(): Promise<void> {
  const response = await fetch('/info').catch(() => null)
  const info = response?.ok ? ((await response.json().catch(() => null)) as Info | null) : null
  uploadLimit.value = info?.limits?.uploadBytes ?? null
}
