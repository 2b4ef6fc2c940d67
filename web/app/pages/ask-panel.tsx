import { SearchX } from 'lucide'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo } from 'preact/hooks'
import { questionsFileOf } from '../../api.ts'
import { AskedView } from '../../features/ask/asked-view.tsx'
import type { Entry } from '../../features/ask/model.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { askedOf } from '../asked.ts'
import { addressOfAsked, askingOf } from '../asking.ts'
import { correctionsOf } from '../corrections.ts'
import { useMayEdit } from '../may.ts'
import { useServices } from '../services.ts'
import { Answers } from './answers.tsx'

/** Asks, and puts the question into the address; once it follows on from another one, what it comes to as well. */
export function useAsking(dataset: string): {
  readonly ask: (question: string) => void
  readonly shown: (entry: Entry) => void
} {
  const services = useServices()
  const { route } = useLocation()
  return useMemo(() => {
    const addressOf = ({ question, link }: Entry): string => addressOfAsked(dataset, { question, link: link.value })
    return {
      ask(question) {
        const asked = askingOf(services, dataset).ask(question)
        const address = addressOfAsked(dataset, { question: question.trim(), link: null })
        route(address)
        void asked.then((entry) => {
          const isStillThere = address === `${location.pathname}${location.search}`
          if (entry?.link.value != null && isStillThere) route(addressOf(entry), true)
        })
      },
      shown: (entry) => route(addressOf(entry)),
    }
  }, [dataset])
}

/** The Ask tab of a dataset: its answers, and what was asked before. */
export function AskPanel({ dataset }: { readonly dataset: string }) {
  const services = useServices()
  const ask = askingOf(services, dataset)
  const { query } = useLocation()
  const asking = useAsking(dataset)
  const { q: question = '', r: link = null } = query
  useEffect(() => {
    if (question.trim() !== '') void ask.show({ question: question.trim().slice(0, 1000), link })
  }, [ask, question, link])
  const asked = askedOf(services, dataset)
  const canEdit = useMayEdit(services.workspace.datasetOf(dataset))
  const served = services.workspace.isServed(dataset)
  useEffect(() => {
    void asked.load()
    // What was taught before the server had the file is sent once it has.
    void correctionsOf(services)(dataset).load()
  }, [asked, served])
  const before = (
    <AskedView
      asked={asked}
      addressOf={(row) => addressOfAsked(dataset, row)}
      exportAddress={questionsFileOf(dataset)}
      canEdit={canEdit}
    />
  )
  if (ask.entries.value.length > 0)
    return (
      <>
        <Answers dataset={dataset} onAsk={asking.ask} onShown={asking.shown} />
        {before}
      </>
    )
  if (asked.known.value.length > 0) return before
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing asked yet"
      text="Put a question in the box above, in your own words, or take one of those below it. What you ask is kept here for your workspace."
    />
  )
}
