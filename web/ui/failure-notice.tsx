import { TriangleAlert } from 'lucide'
import type { ComponentChildren } from 'preact'
import type { Problem } from '../transport.ts'
import { Icon } from './icon.tsx'

/** Shows a failure with its message and hint. */
export function FailureNotice({
  problem,
  children,
}: {
  readonly problem: Problem
  readonly children?: ComponentChildren
}) {
  return (
    <div class="notice" data-tone="bad" role="alert">
      <Icon icon={TriangleAlert} />
      <div class="grow">
        <strong>{problem.message}</strong> {problem.hint}
      </div>
      {children}
    </div>
  )
}
