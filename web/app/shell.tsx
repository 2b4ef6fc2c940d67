import { effect } from '@preact/signals'
import { Menu as MenuIcon } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { DropAnywhere } from './drop-anywhere.tsx'
import { mayHaveLocal } from '../local/mark.ts'
import { Pages } from './pages.tsx'
import { PaletteKey } from './palette-key.tsx'
import { signInAddress } from './return-address.ts'
import { loadLimits } from './service.ts'
import { sessionProblem, signInNeeded, startSession } from './session.ts'
import { Brand, Sidebar } from './sidebar.tsx'
import { UploadTray } from './upload-tray.tsx'
import { workOffline } from './work-offline.ts'
import { followWorkspace, workspaceProblem } from './workspace.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import './shell.css'

const hereNow = (): string => `${location.pathname}${location.search}`

async function restoreLocal(loaded: Promise<unknown>): Promise<void> {
  const [{ restore }, { restoreCopies }] = await Promise.all([import('./local.ts'), import('./device-copies.ts')])
  await Promise.all([restore(loaded), restoreCopies(loaded)])
}

let started = false

function start(): void {
  if (started) return
  started = true
  const admitted = startSession()
  // What is kept here is compared with the account, too.
  const loaded = Promise.all([followWorkspace(), admitted])
  void loadLimits()
  workOffline()
  if (mayHaveLocal()) void restoreLocal(loaded).catch(() => null)
}

/** Explains why nothing is shown: no session, or no response from the server. */
function Trouble() {
  const problem = sessionProblem.value ?? workspaceProblem.value
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
  start()
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
