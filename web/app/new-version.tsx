import { History } from 'lucide'
import { useRef } from 'preact/hooks'
import type { Dataset } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useServices } from './services.ts'
import { takeVersion } from './take-files.ts'

/** Uploads a file as the next version of a dataset. */
export function NewVersion({ dataset }: { readonly dataset: Dataset }) {
  const services = useServices()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size="small"
        icon={History}
        title="Load a newer file of this data; dashboards and questions follow it"
        onClick={() => input.current?.click()}
      >
        <span class="button-text">New version</span>
      </Button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label={`New version of ${dataset.name}`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file) takeVersion(services, file, dataset.id)
        }}
      />
    </>
  )
}
