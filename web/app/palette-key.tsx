import { lazy, ErrorBoundary } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'

const WorkspacePalette = lazy(() => import('./palette.tsx').then(({ WorkspacePalette }) => WorkspacePalette))

/** Opens the command palette on Ctrl+K or Command+K. */
export function PaletteKey() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return <ErrorBoundary>{open && <WorkspacePalette onClose={() => setOpen(false)} />}</ErrorBoundary>
}
