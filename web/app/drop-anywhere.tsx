import { FileDown, History } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { fileFromText } from '../features/upload/pasted-file.ts'
import { Icon } from '../ui/icon.tsx'
import { useServices } from './services.ts'
import { useMay } from './may.ts'
import { expectFiles, takeFiles, takeVersion } from './take-files.ts'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

function filesOf(data: DataTransfer | null): readonly File[] {
  if (!data) return []
  if (data.files.length > 0) return [...data.files]
  const file = fileFromText(data.getData('text/plain'))
  return file ? [file] : []
}

/** The dataset that gets a new version, by the drop target on the overlay. */
const targetOf = ({ target }: DragEvent): string | undefined =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-dataset]')?.dataset['dataset'] : undefined

/** Files of a paste outside a field. */
function pastedFiles(event: ClipboardEvent): readonly File[] {
  const files = isTyping(event.target) ? [] : filesOf(event.clipboardData)
  if (files.length > 0) event.preventDefault()
  return files
}

/** Loads a file that is dropped anywhere or pasted; shows an overlay while dragging. */
export function DropAnywhere() {
  const services = useServices()
  const [over, setOver] = useState(false)
  const { path, route } = useLocation()
  const may = useMay()
  const mayLoad = may({ may: 'edit', object: 'upload' })
  useEffect(() => {
    if (!mayLoad) return
    const stop = new AbortController()
    const on = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, act, { signal: stop.signal })
    on('dragover', (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
      expectFiles(services)
    })
    on('dragleave', (event) => event.relatedTarget === null && setOver(false))
    on('drop', (event) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      const [target, [first, ...more]] = [targetOf(event), filesOf(event.dataTransfer)]
      if (target !== undefined && first) takeVersion(services, first, target)
      void takeFiles(services, target === undefined && first ? [first, ...more] : more, route)
    })
    on('paste', (event) => void takeFiles(services, pastedFiles(event), route))
    return () => stop.abort()
  }, [path, route, mayLoad])
  if (!over) return null
  const id = /^\/data\/([^/]+)$/u.exec(path)?.[1] ?? ''
  const { datasetOf, isServed } = services.workspace
  const dataset = isServed(id) ? datasetOf(id) : null
  return (
    <div class="drop-cover" data-aims={dataset ? '' : undefined}>
      {dataset && (
        <div class="drop-cover-inner" data-dataset={dataset.id}>
          <Icon icon={History} size={36} />
          <span class="clip">New version of {dataset.name}</span>
        </div>
      )}
      <div class="drop-cover-inner">
        <Icon icon={FileDown} size={36} />
        {dataset ? 'A dataset of its own' : 'Drop it to load it'}
      </div>
    </div>
  )
}
