import { useEffect, useMemo } from 'preact/hooks'
import type { ReadChoices } from '#core/ingest/choices.ts'
import type { IngestReport } from '#core/ingest/ingest-report.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Choice } from './choice.tsx'
import { type Decision, formDecisions, partDecisions, textDecisions, valueDecisions } from './choices-of.ts'
import { createImport, type ImportModel, type ImportPorts } from './model.ts'
import { ImportPreview } from './preview.tsx'
import { type ReadColumn, TypesList } from './types-list.tsx'
import '../import/import.css'

type Props = {
  readonly ports: ImportPorts
  /** Report and choices of the last read. */
  readonly report: IngestReport
  readonly before: ReadChoices
  readonly columns: readonly ReadColumn[]
  readonly onClose: () => void
}

function Decisions({ reading, decisions }: { readonly reading: ImportModel; readonly decisions: readonly Decision[] }) {
  const { choices } = reading
  return decisions.map(({ key, label, value, options, why, read }) => (
    <Choice
      key={key}
      label={label}
      value={value}
      options={options}
      why={why}
      isChosen={choices.value[key] !== undefined}
      onChoose={(text) => reading.choose(key, read(text))}
      onForget={() => reading.choose(key, undefined)}
    />
  ))
}

/** Changes how a file is read, with a preview, and reads it again. */
export function ImportDialog({ ports, report, before, columns, onClose }: Props) {
  const isText = report.found !== undefined
  const reading = useMemo(() => createImport(ports, before, isText), [])
  useEffect(() => reading.end, [reading])
  const preview = reading.preview.value
  const found = preview?.found ?? report.found
  const decisions = [
    ...partDecisions(report, reading.choices.value),
    ...(found ? textDecisions(found) : []),
    ...formDecisions(report, reading.choices.value),
    ...valueDecisions(reading.choices.value),
  ]
  const send = async (): Promise<void> => {
    if (await reading.readAgain()) onClose()
  }
  return (
    <Dialog title="How the file is read" onClose={onClose} wide>
      <p class="muted">
        {isText
          ? 'This is what was found. Change what is wrong and see at once what comes of it.'
          : 'Change what is wrong, then read the file again.'}{' '}
        The version you have stays and can be restored.
      </p>
      {reading.problem.value && (
        <FailureNotice problem={reading.problem.value}>
          <Button size="small" onClick={() => void reading.retry()}>
            Try again
          </Button>
        </FailureNotice>
      )}
      <div class="reading" data-text={isText ? '' : undefined}>
        <div class="reading-choices">
          <Decisions reading={reading} decisions={decisions} />
          <TypesList reading={reading} columns={columns} />
        </div>
        {isText && !reading.problem.value && <ImportPreview preview={preview} />}
      </div>
      <div class="dialog-actions">
        <Button kind="quiet" disabled={Object.keys(reading.choices.value).length === 0} onClick={reading.forget}>
          All as found
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="primary"
          disabled={!reading.isChanged.value || reading.isSending.value}
          onClick={() => void send()}
        >
          {reading.isSending.value ? 'Reading …' : 'Read again like this'}
        </Button>
      </div>
    </Dialog>
  )
}
