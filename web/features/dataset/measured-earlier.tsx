import { useState } from 'preact/hooks'
import type { Outcome, Problem } from '../../transport.ts'
import { Button } from '../../ui/button.tsx'

/** Reads the file again with the same choices to complete its profile; null if not possible. */
export type MeasureAgain = (() => Promise<Outcome<unknown>>) | null

/** Explains that an old profile lacks measurements, and how to get them. */
export function MeasuredEarlier({ again }: { readonly again: MeasureAgain }) {
  const [isGoing, setGoing] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const run = async (measure: NonNullable<MeasureAgain>): Promise<void> => {
    setGoing(true)
    const outcome = await measure()
    setGoing(false)
    setProblem(outcome.ok ? null : outcome.error)
  }
  return (
    <div class="card measured-earlier small" role="note">
      <p>
        This was measured by an earlier version, which did not look for all that is shown here.
        {again
          ? ' Measuring again reads the file anew as a new version; this one stays.'
          : ' Load the file again to see it.'}
      </p>
      {again && (
        <Button size="small" disabled={isGoing} onClick={() => void run(again)}>
          Measure again
        </Button>
      )}
      {problem && <p class="field-error" role="alert">{`${problem.message} ${problem.hint}`}</p>}
    </div>
  )
}
