import { ArrowRight, Check, Plus } from 'lucide'
import { useState } from 'preact/hooks'
import type { FilePart } from '#core/ingest/ingest-report.ts'
import type { Dataset } from '../../../api.ts'
import type { Outcome, Problem } from '../../../transport.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { count } from '../../../ui/figures.ts'
import { Icon } from '../../../ui/icon.tsx'
import { datasetOfPart, type Parts, type PartWords } from './parts-of.ts'
import './parts.css'

type PartPorts = {
  /** Makes a dataset of a part; its id. */
  readonly add: (part: string) => Promise<Outcome<string>>
  /** The datasets there are. */
  readonly datasets: () => readonly Dataset[]
}

export type PartsProps = {
  readonly dataset: Dataset
  readonly parts: Parts
  /** The part that the dataset was made of. */
  readonly partRead: string | undefined
  readonly words: PartWords
  readonly ports: PartPorts
}

const plural = (number: number, one: string): string => `${count(number)} ${number === 1 ? one : `${one}s`}`

function factsOf({ rows, columns, hasMoreRows, isHidden }: FilePart): string {
  return [
    rows === undefined ? null : `${hasMoreRows ? 'more than ' : ''}${plural(rows, 'row')}`,
    columns === undefined ? null : plural(columns, 'column'),
    isHidden ? 'hidden in the workbook' : null,
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}

const shownRows = 3
const shownColumns = 5

/** The first lines of a part, small. */
function FirstLines({ name, head }: { readonly name: string; readonly head: FilePart['head'] }) {
  const [names = [], ...rows] = head ?? []
  if (rows.length === 0) return <div class="part-lines" />
  const places = Array.from(
    { length: Math.min(shownColumns, Math.max(names.length, rows[0]?.length ?? 0)) },
    (_, at) => at,
  )
  return (
    <div class="part-lines">
      <table aria-label={`The first lines of ${name}`}>
        {names.length > 0 && (
          <thead>
            <tr>
              {places.map((at) => (
                <th key={at} scope="col">
                  {names[at] ?? ''}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.slice(0, shownRows).map((row, line) => (
            <tr key={line}>
              {places.map((at) => (
                <td key={at}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type PartProps = {
  readonly part: FilePart
  readonly made: Dataset | null
  readonly isShown: boolean
  readonly isAdding: boolean
  readonly onAdd: () => void
}

function PartAction({ part, made, isShown, isAdding, onAdd }: PartProps) {
  if (isShown)
    return (
      <span class="part-shown">
        <Icon icon={Check} size={15} /> Shown here
      </span>
    )
  if (made)
    return (
      <a class="button" data-size="small" href={`/data/${made.id}`} aria-label={`Open ${part.name}`}>
        <span>{made.status === 'ready' ? 'Open' : 'Being read …'}</span>
        <Icon icon={ArrowRight} size={15} />
      </a>
    )
  return (
    <Button size="small" icon={Plus} disabled={isAdding} onClick={onAdd}>
      <span>
        {isAdding ? 'Adding' : 'Make a dataset'}
        <span class="visually-hidden"> of {part.name}</span>
      </span>
    </Button>
  )
}

/** The parts of a file, each with its first lines and what can be done with it. */
export function PartList({ dataset, parts, partRead, words, ports }: PartsProps) {
  const [adding, setAdding] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const all = ports.datasets()
  const madeOf = (part: FilePart): Dataset | null => datasetOfPart(part, { dataset, partRead, all })
  const left = parts.tables.filter((part) => madeOf(part) === null)
  const add = async (some: readonly FilePart[]): Promise<void> => {
    setProblem(null)
    setAdding(new Set(some.map(({ name }) => name)))
    for (const { name } of some) {
      const added = await ports.add(name)
      if (!added.ok) {
        setProblem(added.error)
        break
      }
    }
    setAdding(new Set())
  }
  return (
    <>
      {problem && <FailureNotice problem={problem} />}
      <ul class="parts">
        {parts.tables.map((part) => (
          <li key={part.name} class="part" data-shown={part.name === partRead ? '' : undefined}>
            <h3 class="clip" title={part.name}>
              {part.name}
            </h3>
            <p class="small muted numeric">{factsOf(part)}</p>
            <FirstLines name={part.name} head={part.head} />
            <PartAction
              part={part}
              made={madeOf(part)}
              isShown={part.name === partRead}
              isAdding={adding.has(part.name)}
              onAdd={() => void add([part])}
            />
          </li>
        ))}
      </ul>
      <div class="parts-foot">
        {parts.others.length > 0 && (
          <p class="small muted">
            No table in{' '}
            {parts.others
              .slice(0, 6)
              .map((name) => `“${name}”`)
              .join(', ')}
            {parts.others.length > 6 && ' and more'}.
          </p>
        )}
        {left.length > 1 && (
          <Button size="small" kind="quiet" disabled={adding.size > 0} onClick={() => void add(left)}>
            Make datasets of the {left.length} other {words.many}
          </Button>
        )}
      </div>
    </>
  )
}
