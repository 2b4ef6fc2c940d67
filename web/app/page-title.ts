import { useEffect } from 'preact/hooks'

/** Names the browser's tab after the screen. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    document.title = title ? `${title} · Edgewise` : 'Edgewise'
  }, [title])
}
