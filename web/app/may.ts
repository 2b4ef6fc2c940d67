import { hasRight, type Right } from '#core/access/rights.ts'
import { roleOn } from '#core/access/standing.ts'
import type { Dataset } from '../api.ts'
import { useServices } from './services.ts'

/**
 * Tells screens what to show, by the table of rights that the server decides by. The role that counts is the one on the
 * dataset, or on the workspace where there is none.
 */
export function useMay(): (right: Right, dataset?: Dataset | null) => boolean {
  const standing = useServices().standing.standing.value
  return (right, dataset = null) => {
    if (standing === null) return false
    return hasRight(dataset ? roleOn(standing, { ...dataset.place, dataset: dataset.id }) : standing.role, right)
  }
}

/** May one change this dataset, and what is made of it? */
export const useMayEdit = (dataset: Dataset | null): boolean => useMay()({ may: 'edit', object: 'dataset' }, dataset)
