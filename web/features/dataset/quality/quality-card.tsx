import { CircleCheck } from 'lucide'
import { useMemo } from 'preact/hooks'
import type { Profile } from '#core/profile/profile.ts'
import { type Quality, qualityOf } from '#core/profile/quality/quality.ts'
import { count } from '../../../ui/figures.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { Links } from '../links.ts'
import { Findings } from './findings.tsx'
import { pointsInWords, qualityInWords, verdictOf, worstFirst } from './quality-words.ts'
import './quality.css'

type Part = Quality['parts'][number]

/** The score as a bar: segments are as long as their weight, filled to their points. */
function ScoreBar({ quality }: { readonly quality: Quality }) {
  return (
    <div class="score-bar" role="img" aria-label={qualityInWords(quality)}>
      {quality.parts.map((part) => (
        <span
          key={part.id}
          class="score-piece"
          style={{ flexGrow: part.most }}
          title={`${part.title} ${pointsInWords(part)}`}
        >
          <span style={{ width: `${(part.points / part.most) * 100}%` }} />
        </span>
      ))}
    </div>
  )
}

function PartOfScore({ part, links }: { readonly part: Part; readonly links: Links }) {
  const { title, question, findings } = part
  const head = (
    <>
      <span class="part-title">{title}</span>
      <span class="part-question muted">{question}</span>
      <span class="part-points numeric">{pointsInWords(part)}</span>
    </>
  )
  if (findings.length === 0) return <div class="score-part part-line">{head}</div>
  return (
    <details class="score-part">
      <summary class="part-line">{head}</summary>
      <Findings findings={findings} links={links} />
    </details>
  )
}

const shownFirst = 4

type Props = {
  readonly profile: Profile
  readonly links: Links
  /** Arrival of the data, milliseconds since 1970. */
  readonly arrivedAt: number
}

/** The quality score, its parts and its findings, worst first. */
export function QualityCard({ profile, links, arrivedAt }: Props) {
  const quality = useMemo(() => qualityOf({ profile, now: Date.now(), arrivedAt }), [profile, arrivedAt])
  const worst = worstFirst(quality)
  return (
    <section class="card quality" aria-labelledby="quality-title">
      <h2 id="quality-title">Quality</h2>
      <p class="score numeric">
        <strong>{quality.score}</strong> <span class="muted">of 100</span>
      </p>
      <ScoreBar quality={quality} />
      <p class="small verdict" data-good={quality.score === 100 ? '' : undefined}>
        {quality.score === 100 && <Icon icon={CircleCheck} size={15} />}
        {verdictOf(quality)}
      </p>
      <div class="score-parts">
        {quality.parts.map((part) => (
          <PartOfScore key={part.id} part={part} links={links} />
        ))}
      </div>
      {worst.length > 0 && (
        <>
          <h3>{quality.score === 100 ? 'Worth knowing' : 'Worth putting right first'}</h3>
          <Findings findings={worst.slice(0, shownFirst)} links={links} />
          {worst.length > shownFirst && (
            <p class="small muted">{`${count(worst.length - shownFirst)} more: open a part above to see all of its findings.`}</p>
          )}
        </>
      )}
    </section>
  )
}
