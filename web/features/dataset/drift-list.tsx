import { CircleAlert, Info, TriangleAlert } from 'lucide'
import type { Version } from '../../api.ts'
import { Icon } from '../../ui/icon.tsx'

export type DriftOfVersion = NonNullable<Version['drift']>
type Severity = DriftOfVersion[number]['severity']

const icons = { break: CircleAlert, warning: TriangleAlert, note: Info } as const satisfies Record<
  Severity,
  typeof Info
>
const words = { break: 'Breaks questions', warning: 'Worth a look', note: 'For your information' } as const

/** Changes, one sentence each, most severe first. */
export function DriftList({ drift }: { readonly drift: DriftOfVersion }) {
  return (
    <ul class="drift-list">
      {drift.map(({ severity, text }) => (
        <li key={text} data-severity={severity}>
          <Icon icon={icons[severity]} size={15} label={words[severity]} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}

/** Number of changes by severity: `2 break questions, 1 is worth a look`. */
export function driftInWords(drift: DriftOfVersion): string {
  const count = (severity: Severity): number => drift.filter((each) => each.severity === severity).length
  const [breaks, warnings, notes] = [count('break'), count('warning'), count('note')]
  const said = [
    breaks > 0 ? `${breaks} ${breaks === 1 ? 'change breaks' : 'changes break'} questions` : null,
    warnings > 0 ? `${warnings} worth a look` : null,
    notes > 0 ? `${notes} small` : null,
  ].filter((each) => each !== null)
  return said.length === 0 ? 'nothing changed in kind' : said.join(', ')
}
