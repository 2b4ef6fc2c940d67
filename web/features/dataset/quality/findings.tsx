import type { QualityFinding } from '#core/profile/quality/quality-part.ts'
import type { Links } from '../links.ts'
import { stepWords } from './quality-words.ts'

/** Findings with their column and the step that repairs them. */
export function Findings({ findings, links }: { readonly findings: readonly QualityFinding[]; readonly links: Links }) {
  return (
    <ul class="findings">
      {findings.map(({ column, sentence, step }) => (
        <li key={sentence}>
          <p>{sentence}</p>
          <p class="finding-links">
            {column !== null && (
              <a href={links.column(column)} aria-label={`See the column ${column}`}>
                See the column
              </a>
            )}
            {step !== null && (
              <a
                href={links.clean(step, column)}
                title={stepWords[step]}
                aria-label={`Clean this: ${stepWords[step]}${column === null ? '' : ` in ${column}`}`}
              >
                Clean this
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
