import { FileDown } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { fileFromText } from '../features/upload/pasted-file.ts'
import { Icon } from '../ui/icon.tsx'
import { expectFiles, takeFiles } from './take-files.ts'

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

/** The files that a paste outside a field carries. */
function pastedFiles(event: ClipboardEvent): readonly File[] {
  const files = isTyping(event.target) ? [] : filesOf(event.clipboardData)
  if (files.length > 0) event.preventDefault()
  return files
}

/** A file dropped anywhere, or pasted, is loaded. While one hovers, the page says so. */
export function DropAnywhere() {
  const [over, setOver] = useState(false)
  const { path, route } = useLocation()
  useEffect(() => {
    const stop = new AbortController()
    const on = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, act, { signal: stop.signal })
    on('dragover', (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
      expectFiles()
    })
    on('dragleave', (event) => event.relatedTarget === null && setOver(false))
    on('drop', (event) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      void takeFiles(filesOf(event.dataTransfer), route)
    })
    on('paste', (event) => void takeFiles(pastedFiles(event), route))
    return () => stop.abort()
  }, [path, route])
  if (!over) return null
  return (
    <div class="drop-cover">
      <div class="drop-cover-inner">
        <Icon icon={FileDown} size={36} />
        Drop it to load it
      </div>
    </div>
  )
}
