import { useEffect } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import type { WireAnswered } from '#core/wire/answer.ts'
import { AnswerCard } from '../../features/ask/answer-card.tsx'
import { AskBox } from '../../features/ask/ask-box.tsx'
import type { Board } from '../../features/dashboard/board.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { askingOf } from '../asking.ts'
import { completingOf } from '../completing.ts'
import { datasetClient } from '../clients.ts'
import { useServices } from '../services.ts'

/** Asks a question and adds the answer as a tile. */
export function AddTileDialog({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const services = useServices()
  const [model] = board.models.values()
  const suggestions = useSignal<readonly string[] | null>(null)
  useEffect(() => {
    if (model)
      void datasetClient(services, model.dataset)
        .suggestions()
        .then((answer) => (suggestions.value = answer.ok ? answer.value : []))
  }, [model])
  if (!model) return null
  const ask = askingOf(services, model.dataset)
  const pin = ({ reading, chart }: WireAnswered): Promise<boolean> => {
    const added = board.addTile({ title: reading.title, query: reading.query, chart })
    if (added.ok) {
      onClose()
      requestAnimationFrame(() =>
        document.getElementById(`tile-${added.value}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' }),
      )
    }
    return Promise.resolve(added.ok)
  }
  return (
    <Dialog title="Add a tile" onClose={onClose} wide>
      <div class="stack">
        <p class="muted">Ask a question; pin the answer you want to keep here.</p>
        <AskBox
          about={model.name}
          focusAtOnce
          suggestions={suggestions.value}
          completing={completingOf(services, model.dataset)}
          onAsk={(question) => void ask.ask(question)}
        />
        {ask.entries.value.map((entry) => (
          <AnswerCard
            key={entry.id}
            entry={entry}
            ask={ask}
            model={model}
            onPin={pin}
            pinText="Add to this dashboard"
          />
        ))}
      </div>
    </Dialog>
  )
}
