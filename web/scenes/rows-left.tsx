import type { ComponentChildren } from 'preact'
import { rowsLeft } from '#core/charts/drawing/fold.ts'
import type { Scene } from '#core/charts/scenes.ts'
import type { ViewProps } from './view-props.ts'

type Props = Pick<ViewProps, 'more'> & { readonly scene: Scene; readonly count: number }

/** What opens the rows for which there was no room; nothing where all are drawn. */
export const RowsLeft = ({ scene, count, more }: Props): ComponentChildren =>
  count > 0 ? more?.(rowsLeft(scene, count)) : null
