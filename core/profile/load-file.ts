import { type Budget, noPause, OverBudget, type Pause } from '../budget.ts'
import { fail } from '../errors.ts'
import type { ReadChoices } from '../ingest/choices.ts'
import { fileBudget } from '../ingest/file-budget.ts'
import type { FileInput } from '../ingest/file-input.ts'
import type { IngestReport } from '../ingest/ingest-report.ts'
import { withForm } from '../ingest/long/with-form.ts'
import type { Batch, OpenedFile } from '../ingest/reader.ts'
import { ReadingFailed } from '../ingest/reading-failed.ts'
import { chooseReader } from '../ingest/sniff.ts'
import { ok, type Result } from '../result.ts'
import { createParquetWriter } from '../table/parquet-writer.ts'
import type { Field } from '../table/table.ts'
import type { Profile } from './profile.ts'
import { type NumberMarks, Profiler } from './profiler.ts'

/** Receives a file's rows for its profile: a Profiler here or in another thread. */
export type Profiling = {
  /** Takes the next rows; the caller waits for the promise. */
  readonly add: (batch: Batch) => Promise<void> | void
  readonly finish: (report: IngestReport) => Promise<Profile> | Profile
}

/** Output and callbacks of a load, and the user's reading choices. */
export type LoadOptions = {
  /** Receives the next bytes of a Parquet file. */
  readonly write: (bytes: Uint8Array) => Promise<void> | void
  /** Fraction done, from 0 to 1. */
  readonly progress: (fraction: number) => void
  readonly signal?: AbortSignal
  /** Yields to other tasks, about every 15 ms of work. */
  readonly pause?: Pause
  readonly choices?: ReadChoices
  readonly startProfiling?: (fields: readonly Field[], marks: NumberMarks) => Profiling
}

export type LoadedTable = { readonly fields: readonly Field[]; readonly profile: Profile }

const marksOf = ({ units, grouped }: OpenedFile): NumberMarks => (grouped ? { units, grouped } : { units })

function profilingHere(fields: readonly Field[], marks: NumberMarks, budget: Budget): Profiling {
  const profiler = new Profiler(fields, marks)
  return {
    add: (batch) => profiler.addInTurns(batch, budget),
    finish: (report) => profiler.finishInTurns(report, budget),
  }
}

async function open(
  file: FileInput,
  { progress, signal, choices = {} }: LoadOptions,
  budget: Budget,
): Promise<Result<OpenedFile>> {
  const chosen = await chooseReader(file)
  if (!chosen.ok) return chosen
  const reading = { choices, progress, budget, ...(signal === undefined ? {} : { signal }) }
  return withForm(file, await chosen.value.open(file, reading), reading)
}

/** Reads a file of any supported kind, writes it as Parquet and returns its profile and report. */
export async function loadFile(file: FileInput, options: LoadOptions): Promise<Result<LoadedTable>> {
  const { progress, signal, pause = noPause, startProfiling } = options
  const budget = fileBudget(file, pause)
  const opened = await open(file, options, budget)
  if (!opened.ok) return opened
  const { fields, batches, report } = opened.value
  const marks = marksOf(opened.value)
  const profiler = startProfiling?.(fields, marks) ?? profilingHere(fields, marks, budget)
  const parquet = createParquetWriter(fields, options.write, { budget })
  try {
    for await (const batch of batches()) {
      await profiler.add(batch)
      await parquet.append(batch.table)
    }
  } catch (error) {
    if (error instanceof ReadingFailed || error instanceof OverBudget) return { ok: false, error: error.failure }
    throw error
  }
  if (signal?.aborted) return fail('file/stopped', { name: file.name })
  const [profile] = await Promise.all([profiler.finish(report()), parquet.finish()])
  if (profile.rows === 0) return fail('file/no-rows', { name: file.name })
  progress(1)
  return ok({ fields, profile })
}
