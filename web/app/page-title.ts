import { useEffect } from 'preact/hooks'

/** Sets the document title. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Edgewise` : 'Edgewise'
  }, [title])
}
