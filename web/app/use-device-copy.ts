import { useEffect } from 'preact/hooks'
import { localRows } from './clients.ts'
import { useServices } from './services.ts'
import { whenIdle } from './when-idle.ts'

/** Copies the dataset of an open page to this device when the page is idle; again when it has changed. */
export function useDeviceCopy(id: string): void {
  const services = useServices()
  const { datasetOf, isServed } = services.workspace
  const dataset = datasetOf(id)
  const state = dataset?.status === 'ready' ? `${dataset.version.id} ${dataset.model} ${dataset.name}` : null
  const isCopied = state !== null && isServed(id) && localRows(id) === null
  useEffect(() => {
    if (!isCopied) return
    whenIdle(() => void import('./device-copies.ts').then(({ keepCopy }) => keepCopy(services, id)).catch(() => null))
  }, [id, state, isCopied])
}
