import { useEffect, useState } from 'preact/hooks'
import type { QueryInput } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../../transport.ts'
import type { ModelScreen } from './model.ts'

type PreviewQuery = QueryInput & { readonly dataset: string }
export type Result = { readonly table: Table | null; readonly problem: Problem | null; readonly isLoading: boolean }

/** Debounce in milliseconds while typing. */
const pause = 350

/** The result of a Query, debounced; the previous result stays until the next arrives. */
export function useResult(screen: ModelScreen, asked: PreviewQuery | null, as: string | null = null): Result {
  const [result, setResult] = useState<Result>({ table: null, problem: null, isLoading: asked !== null })
  const key = JSON.stringify([asked, as])
  useEffect(() => {
    if (asked === null) return setResult({ table: null, problem: null, isLoading: false })
    let isLeft = false
    setResult((before) => ({ ...before, isLoading: true }))
    const timer = setTimeout(() => {
      void screen.run(asked, as).then((outcome: Outcome<Table>) => {
        if (isLeft) return
        if (outcome.ok) setResult({ table: outcome.value, problem: null, isLoading: false })
        else setResult({ table: null, problem: outcome.error, isLoading: false })
      })
    }, pause)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [key])
  return result
}
