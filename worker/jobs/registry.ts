import { cleanDataset } from './clean-dataset.ts'
import { ingestDataset } from './ingest-dataset.ts'
import type { JobKind } from './job-kind.ts'
import { createLoop } from './loop.ts'
import { createRunner } from './runner.ts'
import { sweepAudit } from './sweep-audit.ts'
import { sendMail } from './send-mail.ts'
import { sweepAccounts } from './sweep-accounts.ts'
import { sweepFiles } from './sweep-files.ts'
import { sweepGuests } from './sweep-guests.ts'
import { sweepVersions } from './sweep-versions.ts'

/** Every kind of job. A new one is one file and one line here. */
export const jobKinds = {
  'ingest-dataset': ingestDataset,
  'clean-dataset': cleanDataset,
  'sweep-files': sweepFiles,
  'sweep-versions': sweepVersions,
  'sweep-guests': sweepGuests,
  'sweep-audit': sweepAudit,
  'sweep-accounts': sweepAccounts,
  'send-mail': sendMail,
} as const satisfies Record<string, JobKind>

export const jobLoop = createLoop(createRunner(jobKinds))
