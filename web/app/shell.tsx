import { effect } from '@preact/signals'
import { Menu as MenuIcon } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { onceFor } from '#core/once-for.ts'
import { Button } from '../ui/button.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { mayHaveLocal } from '../local/mark.ts'
import { Pages } from './pages.tsx'
import { PaletteKey } from './palette-key.tsx'
import { signInAddress } from './return-address.ts'
import { type Services, useServices } from './services.ts'
import { Brand, Sidebar } from './sidebar.tsx'
import { UploadTray } from './upload-tray.tsx'
import { workOffline } from './work-offline.ts'
import { followWorkspace } from './workspace.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import './shell.css'

const hereNow = (): string => `${location.pathname}${location.search}`

async function restoreLocal(services: Services, loaded: Promise<unknown>): Promise<void> {
  const [{ restore }, { restoreCopies }] = await Promise.all([import('./local.ts'), import('./device-copies.ts')])
  await Promise.all([restore(services, loaded), restoreCopies(services, loaded)])
}

/** Begins what a page in the shell needs, once. */
const start = onceFor((services: Services) => {
  const admitted = services.session.start()
  // What is kept here is compared with the account, too.
  const loaded = Promise.all([followWorkspace(services.workspace), admitted])
  void services.limits.load()
  workOffline()
  if (mayHaveLocal()) void restoreLocal(services, loaded).catch(() => null)
})

/** Explains why nothing is shown: no session, or no response from the server. */
function Trouble() {
  const { session, workspace } = useServices()
  const problem = session.problem.value ?? workspace.problem.value
  if (!problem) return null
  return (
    <div class="page-trouble">
      <FailureNotice problem={problem}>
        <Button size="small" onClick={() => location.reload()}>
          Try again
        </Button>
      </FailureNotice>
    </div>
  )
}

/** The frame of every screen: sidebar, screen, uploads, toasts. */
export function Shell() {
  const services = useServices()
  start(services)
  const { signInNeeded } = services.session
  const { path, route } = useLocation()
  const [menuOpen, setMenuOpen] = useState(false)
  useEffect(() => setMenuOpen(false), [path])
  useEffect(() => effect(() => void (signInNeeded.value && route(signInAddress(hereNow())))), [])
  useEffect(() => {
    if (!menuOpen) return
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setMenuOpen(false)
      document.querySelector<HTMLElement>('[aria-controls=sidebar]')?.focus()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [menuOpen])
  return (
    <div class="shell">
      <a class="skip-link" href="#main">
        Skip to the content
      </a>
      <header class="top-bar">
        <Button
          kind="quiet"
          icon={MenuIcon}
          label="Menu"
          aria-expanded={menuOpen}
          aria-controls="sidebar"
          onClick={() => setMenuOpen(!menuOpen)}
        />
        <Brand />
      </header>
      <Sidebar open={menuOpen} onClose={() => setMenuOpen(false)} />
      <main id="main" class="main" tabIndex={-1}>
        <Trouble />
        <Pages />
      </main>
      <UploadTray />
      <DropAnywhere />
      <PaletteKey />
      <Toasts />
    </div>
  )
}
