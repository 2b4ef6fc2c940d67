import type { ComponentChildren } from 'preact'
import { ErrorBoundary } from 'preact-iso'

/** Reserves the height of lazily loaded content. */
export function Deferred({ height, children }: { readonly height: number; readonly children: ComponentChildren }) {
  return (
    <div style={{ minHeight: `${height}px` }}>
      <ErrorBoundary>{children}</ErrorBoundary>
    </div>
  )
}
