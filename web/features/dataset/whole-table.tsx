import type { Profile } from '#core/profile/profile.ts'
import { GlanceCard } from './glance/glance-card.tsx'
import type { LabelOf } from './glance/glance-words.ts'
import { MissingPicture } from './glance/missing-picture.tsx'
import { PersonalData } from './glance/personal-data.tsx'
import type { Links } from './links.ts'
import { type MeasureAgain, MeasuredEarlier } from './measured-earlier.tsx'
import { QualityCard } from './quality/quality-card.tsx'

export type WholeTableProps = {
  readonly profile: Profile
  readonly labelOf: LabelOf
  readonly links: Links
  readonly again: MeasureAgain
  /** Arrival of the data, milliseconds since 1970. */
  readonly arrivedAt: number
}

/** Facts about the whole dataset: quality, subject and anomalies. */
export function WholeTable({ profile, labelOf, links, again, arrivedAt }: WholeTableProps) {
  const { table, rows } = profile
  return (
    <>
      {table === undefined && <MeasuredEarlier again={again} />}
      <div class="known">
        <QualityCard profile={profile} links={links} arrivedAt={arrivedAt} />
        {table && <GlanceCard profile={profile} table={table} links={links} labelOf={labelOf} />}
        <PersonalData profile={profile} links={links} labelOf={labelOf} />
        {table && <MissingPicture patterns={table.missing} rows={rows} links={links} labelOf={labelOf} />}
      </div>
    </>
  )
}
