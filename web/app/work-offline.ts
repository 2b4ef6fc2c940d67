import { whenIdle } from './when-idle.ts'

/** Registers the service worker when idle, so that the next visit works offline. */
export function workOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  whenIdle(() => void navigator.serviceWorker.register('/service-worker.js').catch(() => null))
}
