import { useLocation } from 'preact-iso'
import { catalog } from '../../api.ts'
import { DataView } from '../../features/catalog/data-view.tsx'
import { usePageTitle } from '../page-title.ts'
import { useServices } from '../services.ts'

/** The list of all data in the workspace. */
export function DataPage() {
  const { datasets } = useServices().workspace
  const { query } = useLocation()
  usePageTitle('Data')
  return (
    <div class="page">
      <header class="page-head">
        <h1>Data</h1>
        <p class="page-facts">
          Everything you have loaded. <a href="/deleted">Recently deleted</a>
        </p>
      </header>
      <DataView datasets={datasets.value} tag={query['tag'] ?? null} search={catalog.search} now={Date.now()} />
    </div>
  )
}
