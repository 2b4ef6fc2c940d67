import { whenIdle } from './when-idle.ts'

/** Lets this browser open the product without a network, from its next visit on; set up when nothing else is going on. */
export function workOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  whenIdle(() => void navigator.serviceWorker.register('/service-worker.js').catch(() => null))
}
