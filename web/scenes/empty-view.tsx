import type { ViewProps } from './view-props.ts'

/** Why there is nothing to draw. */
export const EmptyView = ({ scene }: ViewProps<'empty'>) => (
  <p class="scene-empty" data-scene="empty">
    {scene.reason}
  </p>
)
