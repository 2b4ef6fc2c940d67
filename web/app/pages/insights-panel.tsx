import { useLocation } from 'preact-iso'
import { useEffect } from 'preact/hooks'
import { onceFor } from '#core/once-for.ts'
import type { Dataset } from '../../api.ts'
import { dismissalsOf } from '../../features/insights/dismissals.ts'
import type { InsightActions } from '../../features/insights/insight-card.tsx'
import { createInsights, type InsightScreen } from '../../features/insights/model.ts'
import { InsightsView } from '../../features/insights/view.tsx'
import { copyOf } from '../copy-of.ts'
import { addressOfQuestion } from '../explore-address.ts'
import { useMayEdit } from '../may.ts'
import { pinTile } from '../pin.ts'
import { modelOf, queryDataset } from '../questions.ts'
import { type Services, useServices } from '../services.ts'

const mostTitle = 120

/** What a sentence is about: the part before its figures. */
const titleOf = (text: string): string => (text.split(': ')[0] ?? text).slice(0, mostTitle)

function createScreen(services: Services, id: string): InsightScreen {
  return createInsights({
    model: () => modelOf(services)(id),
    // So many Queries are spared the server where this device has a copy.
    async query(asked, signal) {
      const copy = await copyOf(services, id)
      return copy?.ok ? copy.value.query(asked, signal) : queryDataset(services)(asked, signal)
    },
    dismissals: dismissalsOf(id),
  })
}

/** The searches of this visit, by dataset and version of its data and model. */
const searchesOf = onceFor<Services, Map<string, InsightScreen>>(() => new Map())

function screenOf(services: Services, { id, version, model }: Dataset): InsightScreen {
  const searches = searchesOf(services)
  const key = `${id} ${version.number} ${model}`
  const screen = searches.get(key) ?? createScreen(services, id)
  searches.set(key, screen)
  return screen
}

/** The Insights tab of a dataset. */
export function InsightsPanel({ dataset }: { readonly dataset: Dataset }) {
  const services = useServices()
  const { route } = useLocation()
  const screen = screenOf(services, dataset)
  const canEdit = useMayEdit(dataset)
  useEffect(() => void screen.start(), [screen])
  const pin: Pick<InsightActions, 'onPin'> = {
    onPin: ({ text }, { query, chart }) => pinTile(services, dataset.id, { title: titleOf(text), query, chart }, route),
  }
  return (
    <InsightsView
      screen={screen}
      {...(canEdit ? pin : {})}
      onExplore={({ query, chart }) => route(addressOfQuestion(query, chart))}
    />
  )
}
