import type { Row } from './row.ts'

/** Failures of datasets and versions. */
export const datasetFailures = {
  'dataset/not-found': {
    status: 404,
    say: () => ({ message: 'This dataset does not exist, or it is not yours.', hint: 'Choose one of your datasets.' }),
  },
  'dataset/not-ready': {
    status: 409,
    say: (p: { name: string }) => ({ message: `${p.name} is not ready yet.`, hint: 'Wait until it has been read.' }),
  },
  'dataset/failed': {
    status: 409,
    say: (p: { name: string }) => ({
      message: `${p.name} could not be read, so there is nothing to show.`,
      hint: 'Try again, or upload another file.',
    }),
  },
  'dataset/not-failed': {
    status: 409,
    say: (p: { name: string }) => ({
      message: `${p.name} has not failed.`,
      hint: 'Only a failed dataset can be tried again.',
    }),
  },
  'dataset/no-original': {
    status: 409,
    say: (p: { name: string }) => ({
      message: `The file that ${p.name} was read from is not kept here.`,
      hint: 'Upload the file, and say then how to read it.',
    }),
  },
  'dataset/not-deleted': {
    status: 404,
    say: () => ({
      message: 'There is no such deleted dataset; it may be gone for good, or back already.',
      hint: 'See what is among the recently deleted.',
    }),
  },
  'dashboard/not-deleted': {
    status: 404,
    say: () => ({
      message: 'There is no such deleted dashboard; it may be gone for good, or back already.',
      hint: 'See what is among the recently deleted.',
    }),
  },
  'dashboard/without-dataset': {
    status: 409,
    say: (p: { title: string }) => ({
      message: `The dataset of “${p.title}” is deleted too.`,
      hint: 'Restore the dataset; its dashboards come back with it.',
    }),
  },
  'version/not-found': {
    status: 404,
    say: () => ({
      message: 'This version does not exist, or it is not yours.',
      hint: 'Choose one of the versions of the dataset.',
    }),
  },
  'version/not-ready': {
    status: 409,
    say: (p: { number: number }) => ({
      message: `Version ${p.number} has not been read, so it cannot be used.`,
      hint: 'Choose a version that is ready.',
    }),
  },
  'version/current': {
    status: 409,
    say: (p: { number: number }) => ({
      message: `Version ${p.number} is the current one.`,
      hint: 'Restore another version first, or delete the whole dataset.',
    }),
  },
  'version/alone': {
    status: 409,
    say: (p: { number: number }) => ({
      message: `There is no version to compare version ${p.number} with.`,
      hint: 'Load a new version of the file first.',
    }),
  },
} as const satisfies Record<string, Row>
