import type { Version } from '../../api.ts'

/** True while a version is being read. */
export const isMoving = ({ status }: Pick<Version, 'status'>): boolean =>
  status === 'pending' || status === 'processing'
