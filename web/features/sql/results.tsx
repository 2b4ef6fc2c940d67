import { X } from 'lucide'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import type { SqlScreen, Tab } from './model.ts'
import { ResultView } from './result-view.tsx'

function Bar({ screen, chosen }: { readonly screen: SqlScreen; readonly chosen: Tab }) {
  return (
    <div class="sql-tab-bar">
      <div class="sql-tabs" role="tablist" aria-label="Results">
        {screen.tabs.value.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            class="tab"
            id={`sql-tab-${tab.id}`}
            aria-selected={tab.id === chosen.id}
            aria-controls="sql-panel"
            title={tab.sql}
            onClick={() => screen.choose(tab.id)}
          >
            Result {tab.id}
          </button>
        ))}
      </div>
      <Button
        kind="quiet"
        size="small"
        icon={X}
        label={`Close result ${chosen.id}`}
        disabled={chosen.state.step === 'running'}
        onClick={() => screen.close(chosen.id)}
      />
    </div>
  )
}

function Panel({ tab, screen }: { readonly tab: Tab; readonly screen: SqlScreen }) {
  const { state } = tab
  switch (state.step) {
    case 'running': {
      const { doing, share } = state.progress
      return (
        <div class="sql-running" role="status">
          <span class="small">{doing} …</span>
          {share !== null && <Progress value={share} label={doing} />}
          <Button size="small" onClick={screen.stop}>
            Cancel
          </Button>
        </div>
      )
    }
    case 'failed':
      return <FailureNotice problem={state.problem} />
    case 'done':
      return <ResultView key={tab.id} ran={state.ran} />
  }
}

/** Results of this visit's queries, in tabs. */
export function Results({ screen }: { readonly screen: SqlScreen }) {
  const tab = screen.tab.value
  if (!tab) return null
  return (
    <section class="sql-results" aria-label="Results">
      <Bar screen={screen} chosen={tab} />
      <div id="sql-panel" role="tabpanel" aria-labelledby={`sql-tab-${tab.id}`}>
        <Panel tab={tab} screen={screen} />
      </div>
    </section>
  )
}
