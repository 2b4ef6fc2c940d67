import { Shield } from 'lucide'
import { useState } from 'preact/hooks'
import type { Dataset } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { useMay } from './may.ts'
import { screen } from './screen.tsx'
import { useServices } from './services.ts'

const Access = screen<{ readonly dataset: Dataset; readonly onClose: () => void }>(() =>
  import('./dataset-access.tsx').then(({ DatasetAccess }) => DatasetAccess),
)

/** Opens who may see a dataset, for those who may decide it; a guest works alone. */
export function AccessButton({ dataset }: { readonly dataset: Dataset }) {
  const { session, workspace } = useServices()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const isShared = session.account.value?.kind === 'member' && workspace.isServed(dataset.id)
  if (!isShared || !may({ may: 'administer', object: 'dataset' }, dataset)) return null
  return (
    <>
      <Button size="small" kind="quiet" icon={Shield} onClick={() => setOpen(true)}>
        <span class="button-text">Access</span>
      </Button>
      {open && <Access dataset={dataset} onClose={() => setOpen(false)} />}
    </>
  )
}
