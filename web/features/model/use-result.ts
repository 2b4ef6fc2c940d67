import { useEffect, useState } from 'preact/hooks'
import type { QueryInput } from '#core/query/query.ts'
import type { Table } from '#core/table/table.ts'
import type { Outcome, Problem } from '../../transport.ts'
import type { ModelScreen } from './model.ts'

type Asked = QueryInput & { readonly dataset: string }
export type Result = { readonly table: Table | null; readonly problem: Problem | null; readonly isLoading: boolean }

/** A person who types is not asked for until they pause. */
const pause = 350

/** The result of a Query, asked again a moment after it changes; what was there before stays until then. */
export function useResult(screen: ModelScreen, asked: Asked | null, as: string | null = null): Result {
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
