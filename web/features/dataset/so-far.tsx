import { Hourglass } from 'lucide'
import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

type Props = {
  /** Rows shown. */
  readonly rows: number
  /** Fraction of the file read, 0 to 1. */
  readonly progress: number
  /** Cancels the file; null if that is offered elsewhere. */
  readonly onCancel: (() => void) | null
  readonly children: ComponentChildren
}

/** Results of a file's first rows, marked as such, while the rest is read. */
export function SoFarView({ rows, progress, onCancel, children }: Props) {
  return (
    <div class="so-far">
      <div class="page-ask">
        <Skeleton height={46} />
      </div>
      <div class="page-tabs">
        <Skeleton height={38} />
      </div>
      <div class="notice so-far-notice">
        <Icon icon={Hourglass} />
        <p role="status">
          <strong>So far: the first {count(rows)} rows.</strong> The whole file’s figures take their place in a moment.
        </p>
        <div class="so-far-progress">
          <Progress value={progress} label="Reading the file" />
        </div>
        {onCancel && (
          <Button kind="quiet" size="small" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
      {children}
    </div>
  )
}
