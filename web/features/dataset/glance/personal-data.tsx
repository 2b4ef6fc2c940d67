import { ShieldAlert } from 'lucide'
import { useMemo } from 'preact/hooks'
import { sensitiveColumns } from '#core/access/sensitive-columns.ts'
import type { Profile } from '#core/profile/profile.ts'
import { percent } from '../../../ui/figures.ts'
import { Icon } from '../../../ui/icon.tsx'
import { sureness } from '../known-kinds.ts'
import type { Links } from '../links.ts'
import type { LabelOf } from './glance-words.ts'

type Props = { readonly profile: Profile; readonly links: Links; readonly labelOf: LabelOf }

/** Columns with personal data, and the confidence. */
export function PersonalData({ profile, links, labelOf }: Props) {
  const found = useMemo(() => sensitiveColumns(profile), [profile])
  return (
    <section class="card glance" aria-labelledby="personal-title">
      <h2 id="personal-title">Personal data</h2>
      {found.length === 0 ? (
        <p class="small">No column looks as if it told of single persons.</p>
      ) : (
        <>
          <p class="small muted">A public link groups by none of these and shows none of their values.</p>
          <ul class="personal">
            {found.map(({ name, title, confidence, share }) => (
              <li key={name}>
                <Icon icon={ShieldAlert} size={14} />
                <a href={links.column(name)}>{labelOf(name)}</a>
                <span>{title}</span>
                <span class="muted">
                  {share === null
                    ? `${sureness(confidence)}, by its name`
                    : `${sureness(confidence)}, ${percent(share)} look so`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
