import { Check, CircleHelp, Compass, EyeOff, Pin } from 'lucide'
import { useState } from 'preact/hooks'
import { formatNumber } from '#core/format/format-number.ts'
import { doubts } from '#core/insight/doubts.ts'
import type { Insight } from '#core/insight/insight.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu } from '../../ui/menu.tsx'
import { reasonIds, reasons } from './dismissals.ts'
import { type Drawn, InsightPicture, useDrawn } from './insight-picture.tsx'
import type { InsightScreen } from './model.ts'

export type InsightActions = {
  /** Keeps an insight on a dashboard; missing where that is not offered. */
  readonly onPin?: (insight: Insight, drawn: Drawn) => Promise<boolean>
  readonly onExplore: (drawn: Drawn) => void
}

const tiniest = 0.001

/** How large and how sure it is, among all that was looked at. */
function Sureness({ insight: { effect, q }, looked }: { readonly insight: Insight; readonly looked: number }) {
  return (
    <p class="small muted numeric">
      {`Effect ${formatNumber(effect)} on a scale from 0 to 1 · q ${q < tiniest ? `< ${tiniest}` : formatNumber(q)} · one of ${count(looked)} looked at`}
    </p>
  )
}

function PinButton({ onPin }: { readonly onPin: () => Promise<boolean> }) {
  const [step, setStep] = useState<'free' | 'pinning' | 'pinned'>('free')
  const pin = async (): Promise<void> => {
    setStep('pinning')
    setStep((await onPin()) ? 'pinned' : 'free')
  }
  return (
    <Button size="small" icon={step === 'pinned' ? Check : Pin} disabled={step !== 'free'} onClick={() => void pin()}>
      {step === 'pinned' ? 'Pinned' : 'Pin'}
    </Button>
  )
}

type Props = InsightActions & {
  readonly insight: Insight
  readonly model: SemanticModel
  readonly looked: number
  readonly screen: InsightScreen
}

/** One insight: its sentence, its chart, how sure it is, what would refute it, and what can be done with it. */
export function InsightCard({ insight, model, looked, screen, onPin, onExplore }: Props) {
  const drawn = useDrawn(insight, model, screen.run)
  return (
    <li class="insight card">
      <h3>{insight.text}</h3>
      <InsightPicture drawn={drawn} label={insight.text} />
      {drawn?.isCut && (
        <p class="small muted">{`The chart shows the first ${count(drawn.query.limit)} rows; the figures are of all.`}</p>
      )}
      <Sureness insight={insight} looked={looked} />
      <details class="insight-doubt small">
        <summary>
          <Icon icon={CircleHelp} size={15} />
          What would change my mind
        </summary>
        <p>{doubts[insight.kind]}</p>
      </details>
      <div class="row wrap">
        {onPin && drawn && <PinButton onPin={() => onPin(insight, drawn)} />}
        {drawn && (
          <Button size="small" kind="quiet" icon={Compass} onClick={() => onExplore(drawn)}>
            Explore
          </Button>
        )}
        <Menu
          label="Dismiss this insight"
          icon={EyeOff}
          items={reasonIds.map((reason) => ({
            text: reasons[reason],
            icon: EyeOff,
            run: () => screen.dismiss(insight, reason),
          }))}
        />
      </div>
    </li>
  )
}
