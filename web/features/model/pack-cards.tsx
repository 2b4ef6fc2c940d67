import { Plus } from 'lucide'
import { acceptPack, newMeasuresOf } from '#core/semantic/model/accept-pack.ts'
import { type PackMatch, packsFor } from '#core/semantic/packs/packs-for.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import type { ModelScreen } from './model.ts'

const shownNames = 6

function PackCard({ screen, match }: { readonly screen: ModelScreen; readonly match: PackMatch }) {
  const generated = screen.state.value?.generated
  const document = screen.draft.document.value
  if (!generated || !document) return null
  const names = newMeasuresOf(match, document, generated).map(({ name }) => name)
  if (names.length === 0) return null
  const take = (): void => screen.draft.change(`pack ${match.pack}`, (before) => acceptPack(before, match, generated))
  return (
    <li class="card model-card">
      <h4>{match.title}</h4>
      <p class="small muted">
        {names.slice(0, shownNames).join(', ')}
        {names.length > shownNames && ` and ${count(names.length - shownNames)} more`}
      </p>
      <div>
        <Button size="small" icon={Plus} onClick={take}>
          {names.length === 1 ? 'Add this measure' : `Add these ${count(names.length)} measures`}
        </Button>
      </div>
    </li>
  )
}

/** Predefined measures for known kinds of data, detected by columns; one click adds a set. */
export function PackCards({ screen }: { readonly screen: ModelScreen }) {
  const generated = screen.state.value?.generated
  const matches = generated ? packsFor(generated) : []
  if (matches.length === 0) return null
  return (
    <ul class="model-packs" aria-label="Measures that fit this data">
      {matches.map((match) => (
        <PackCard key={match.pack} screen={screen} match={match} />
      ))}
    </ul>
  )
}
