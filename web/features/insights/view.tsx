import { RotateCcw, SearchX } from 'lucide'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { count } from '../../ui/figures.ts'
import { Progress } from '../../ui/progress.tsx'
import { reasons } from './dismissals.ts'
import { type InsightActions, InsightCard } from './insight-card.tsx'
import type { InsightScreen } from './model.ts'
import './insights.css'

type Props = InsightActions & { readonly screen: InsightScreen }

function Searching({ screen }: Pick<Props, 'screen'>) {
  const { done, of } = screen.progress.value
  return (
    <div class="insight-search card" role="status">
      <p>{of === 0 ? 'Getting ready to look…' : `Looked at ${count(done)} of ${count(of)} questions`}</p>
      <Progress value={of === 0 ? 0 : done / of} label="Search for insights" />
      <Button size="small" onClick={screen.stop}>
        Stop here
      </Button>
    </div>
  )
}

function Doubtful({ screen }: Pick<Props, 'screen'>) {
  const doubtful = screen.found.value?.doubtful ?? []
  if (doubtful.length === 0) return null
  return (
    <details class="insight-list">
      <summary>{`Not sure (${count(doubtful.length)})`}</summary>
      <p class="small muted">Each of these may be chance: after so many looks, some things always seem to stand out.</p>
      <ul>
        {doubtful.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

function Dismissed({ screen }: Pick<Props, 'screen'>) {
  const dismissed = screen.dismissed.value
  if (dismissed.length === 0) return null
  return (
    <details class="insight-list">
      <summary>{`Dismissed (${count(dismissed.length)})`}</summary>
      <ul>
        {dismissed.map(({ key, text, reason }) => (
          <li key={key}>
            <span>
              {text} <span class="muted">{reasons[reason]}.</span>
            </span>
            <Button size="small" kind="quiet" icon={RotateCcw} onClick={() => screen.restore(key)}>
              Show again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Cards({ screen, ...actions }: Props) {
  const [model, looked] = [screen.model.value, screen.found.value?.looked ?? 0]
  const { value: shown } = screen.shown
  if (!model) return null
  if (shown.length === 0)
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing stands out"
        text={`${count(looked)} things were looked at, and none that you have not dismissed is clearly more than chance.`}
      />
    )
  return (
    <ul class="insights">
      {shown.map((insight) => (
        <InsightCard key={insight.text} insight={insight} model={model} looked={looked} screen={screen} {...actions} />
      ))}
    </ul>
  )
}

/** What was not looked at, if anything: a search that was cut short says so. */
function Unanswered({ unanswered }: { readonly unanswered: number }) {
  if (unanswered === 0) return null
  const questions = unanswered === 1 ? '1 question was' : `${count(unanswered)} questions were`
  return (
    <p class="small muted">{`${questions} not answered: the search was ended, or the data could not be reached.`}</p>
  )
}

/** What stands out in a dataset. */
export function InsightsView({ screen, ...actions }: Props) {
  const { problem, found, hidden } = screen
  if (problem.value)
    return (
      <FailureNotice problem={problem.value}>
        <Button size="small" icon={RotateCcw} onClick={() => void screen.start()}>
          Try again
        </Button>
      </FailureNotice>
    )
  if (!found.value) return <Searching screen={screen} />
  return (
    <div class="stack">
      <p class="small muted">
        {`${count(found.value.looked)} things were looked at. At most 1 in 20 of the insights below is expected to be chance.`}
      </p>
      <Unanswered unanswered={found.value.unanswered} />
      <Cards screen={screen} {...actions} />
      {hidden.value > 0 && (
        <div>
          <Button onClick={screen.showMore}>{`Show more (${count(hidden.value)})`}</Button>
        </div>
      )}
      <Doubtful screen={screen} />
      <Dismissed screen={screen} />
    </div>
  )
}
