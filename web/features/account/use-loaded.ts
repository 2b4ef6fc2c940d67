import { useEffect, useState } from 'preact/hooks'
import type { Outcome, Problem } from '../../transport.ts'

type Loaded<Value> = {
  readonly value: Value | null
  readonly problem: Problem | null
  readonly reload: () => Promise<void>
}

/** Loads something when the component appears, and again when asked. */
export function useLoaded<Value>(load: () => Promise<Outcome<Value>>): Loaded<Value> {
  const [value, setValue] = useState<Value | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const reload = async (): Promise<void> => {
    const outcome = await load()
    setProblem(outcome.ok ? null : outcome.error)
    if (outcome.ok) setValue(outcome.value)
  }
  useEffect(() => void reload(), [])
  return { value, problem, reload }
}
