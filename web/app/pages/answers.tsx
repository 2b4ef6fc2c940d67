import type { ComponentProps } from 'preact'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Reading } from '#core/ask/reading.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Dataset } from '../../api.ts'
import { AnswerCard } from '../../features/ask/answer-card.tsx'
import type { Entry } from '../../features/ask/model.ts'
import { askingOf } from '../asking.ts'
import { correctionsOf, teach } from '../corrections.ts'
import { addressOfQuestion } from '../explore-address.ts'
import { useMayEdit } from '../may.ts'
import { pinAnswer } from '../pin.ts'
import { modelOf } from '../questions.ts'
import { receiptPortsOf } from '../receipts.ts'
import { useServices } from '../services.ts'

/** A dataset's model, once loaded. */
export function useModel(dataset: string): SemanticModel | null {
  const services = useServices()
  const [model, setModel] = useState<SemanticModel | null>(null)
  const { value: revision } = correctionsOf(services)(dataset).revision
  useEffect(() => {
    void modelOf(services)(dataset).then((answer) => answer.ok && setModel(answer.value))
  }, [dataset, revision])
  return model
}

/** Identifies the data and model that answers depend on. */
const versionOf = (dataset: Dataset | null): string => `${dataset?.version.id} ${dataset?.model}`

type Props = {
  readonly dataset: string
  /** Asks in the page's own way, where answers have an address. */
  readonly onAsk?: (question: string) => void
  /** Called once another reading is shown. */
  readonly onShown?: (entry: Entry) => void
}

/** The answers of this visit about one dataset, the one on show first. */
export function Answers({ dataset, onAsk, onShown }: Props) {
  const services = useServices()
  const model = useModel(dataset)
  const { route } = useLocation()
  const ask = askingOf(services, dataset)
  const version = versionOf(services.workspace.datasetOf(dataset))
  useEffect(() => ask.follow(version), [ask, version])
  const asking = useMemo(
    () => ({
      ...ask,
      ask: (question: string) => (onAsk ? onAsk(question) : void ask.ask(question)),
      choose: async (entry: Entry, reading: Reading) => {
        await ask.choose(entry, reading)
        onShown?.(entry)
      },
    }),
    [ask, onAsk, onShown],
  )
  const canEdit = useMayEdit(services.workspace.datasetOf(dataset))
  if (!model) return null
  const changes: Pick<ComponentProps<typeof AnswerCard>, 'onTeach' | 'onPin'> = {
    onTeach: (correction, means) => teach(services, dataset, correction, means),
    onPin: (answer) => pinAnswer(services, dataset, answer, route),
  }
  return (
    <div class="answers">
      {ask.entries.value.map((entry) => (
        <AnswerCard
          key={entry.id}
          entry={entry}
          ask={asking}
          model={model}
          receipts={receiptPortsOf(services)}
          {...(canEdit ? changes : {})}
          onExplore={({ reading, chart }) => route(addressOfQuestion(reading.query, chart))}
        />
      ))}
    </div>
  )
}
