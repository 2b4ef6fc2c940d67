import { signal } from '@preact/signals'

type Info = { readonly limits?: { readonly uploadBytes?: number } }

/** The server's limits. */
export function createLimits() {
  /** Maximum file size in bytes; null until the server responds. */
  const upload = signal<number | null>(null)
  return {
    upload,
    /** Loads them. Without them the page shows none, and the upload itself is refused. */
    async load(): Promise<void> {
      const response = await fetch('/info').catch(() => null)
      const info = response?.ok ? ((await response.json().catch(() => null)) as Info | null) : null
      upload.value = info?.limits?.uploadBytes ?? null
    },
  }
}
