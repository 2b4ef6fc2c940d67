import type { ComponentChildren } from 'preact'
import { ErrorBoundary } from 'preact-iso'

/** Holds the height of what is loaded lazily inside it. */
export function Deferred({ height, children }: { readonly height: number; readonly children: ComponentChildren }) {
  return (
    <div style={{ minHeight: `${height}px` }}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </div>
  )
}
