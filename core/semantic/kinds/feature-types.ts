import type { KindId } from './registry.ts'

/** The nine feature types of SortingHat (Shah, Lacanlale, Kumar, Yang and Kumar, SIGMOD 2021). */
export const featureTypes = [
  'numeric',
  'categorical',
  'datetime',
  'sentence',
  'url',
  'embedded-number',
  'list',
  'not-generalizable',
  'context-specific',
] as const
export type FeatureType = (typeof featureTypes)[number]

/** The default feature type of a kind. */
export const usualFeatureType: Readonly<Record<KindId, FeatureType>> = {
  empty: 'not-generalizable',
  constant: 'not-generalizable',
  id: 'not-generalizable',
  email: 'context-specific',
  phone: 'context-specific',
  ip: 'context-specific',
  card: 'context-specific',
  iban: 'context-specific',
  nationalId: 'context-specific',
  address: 'context-specific',
  name: 'context-specific',
  birthDate: 'datetime',
  moment: 'datetime',
  duration: 'datetime',
  url: 'url',
  postalCode: 'categorical',
  country: 'categorical',
  flag: 'categorical',
  year: 'categorical',
  ordinal: 'categorical',
  code: 'categorical',
  category: 'categorical',
  list: 'list',
  measured: 'embedded-number',
  prose: 'sentence',
  latitude: 'numeric',
  longitude: 'numeric',
  percentage: 'numeric',
  money: 'numeric',
  measure: 'numeric',
}
