import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { Dataset } from '../../api.ts'
import { AnswerCard } from '../../features/ask/answer-card.tsx'
import { askingOf } from '../asking.ts'
import { addressOfQuestion } from '../explore-address.ts'
import { pinAnswer } from '../pin.ts'
import { modelOf } from '../questions.ts'
import { datasetOf } from '../workspace.ts'

/** A dataset's model, once loaded. */
export function useModel(dataset: string): SemanticModel | null {
  const [model, setModel] = useState<SemanticModel | null>(null)
  useEffect(() => {
    void modelOf(dataset).then((answer) => answer.ok && setModel(answer.value))
  }, [dataset])
  return model
}

/** Identifies the data and model that answers depend on. */
const versionOf = (dataset: Dataset | null): string => `${dataset?.version.id} ${dataset?.model}`

/** This visit's answers about one dataset, newest first. */
export function Answers({ dataset }: { readonly dataset: string }) {
  const model = useModel(dataset)
  const { route } = useLocation()
  const ask = askingOf(dataset)
  const version = versionOf(datasetOf(dataset))
  useEffect(() => ask.follow(version), [ask, version])
  if (!model) return null
  return (
    <div class="answers">
      {ask.entries.value.map((entry) => (
        <AnswerCard
          key={entry.id}
          entry={entry}
          ask={ask}
          model={model}
          onPin={(answer) => pinAnswer(dataset, answer, route)}
          onExplore={({ reading, chart }) => route(addressOfQuestion(reading.query, chart))}
        />
      ))}
    </div>
  )
}
