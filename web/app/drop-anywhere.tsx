import { FileDown } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { fileFromText } from '../features/upload/pasted-file.ts'
import { Icon } from '../ui/icon.tsx'
import { uploads } from './uploads.ts'

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

function takeFiles(files: readonly File[]): void {
  for (const file of files) void uploads.add(file)
}

function onPaste(event: ClipboardEvent): void {
  if (isTyping(event.target)) return
  const files = filesOf(event.clipboardData)
  if (files.length > 0) event.preventDefault()
  takeFiles(files)
}

/** A file dropped anywhere, or pasted, is loaded. While one hovers, the page says so. */
export function DropAnywhere() {
  const [over, setOver] = useState(false)
  const { path } = useLocation()
  useEffect(() => {
    const stop = new AbortController()
    const on = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void) =>
      document.addEventListener(name, act, { signal: stop.signal })
    on('dragover', (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => event.relatedTarget === null && setOver(false))
    on('drop', (event) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      takeFiles(filesOf(event.dataTransfer))
    })
    on('paste', onPaste)
    return () => stop.abort()
  }, [path])
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
