import { useState } from 'preact/hooks'
import { accessOf } from '#core/semantic/model/access-of.ts'
import { type RuledRole, ruledRoles } from '#core/semantic/model/access-rules.ts'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import { Choice, TextInput } from './inputs.tsx'
import type { ModelScreen } from './model.ts'
import { PreviewProblem, RowsPreview } from './previews.tsx'
import { useResult } from './use-result.ts'
import { roleNames } from './words.ts'

type Props = { readonly screen: ModelScreen }

const maxColumns = 12
const shownRows = 6

/** Columns visible to a role in the saved model. */
function columnsFor(screen: ModelScreen, role: RuledRole): readonly string[] {
  const { columns } = accessOf(screen.draft.base.value?.document ?? noDecisions)
  const isHidden = (name: string): boolean =>
    columns.some((rule) => rule.column === name && rule.role === role && rule.visibility === 'hidden')
  const all = screen.state.value?.generated.columns ?? []
  return all.flatMap(({ name }) => (isHidden(name) ? [] : [name])).slice(0, maxColumns)
}

/** The first rows as the server returns them to a role, by the saved model. */
function Rows({ screen, role, email }: Props & { readonly role: RuledRole; readonly email: string }) {
  const dataset = screen.state.value?.generated.dataset ?? ''
  const as = new URLSearchParams({ role, ...(email === '' ? {} : { email }) }).toString()
  const isSaved = !screen.draft.isChanged.value
  const asked = { dataset, columns: [...columnsFor(screen, role)], limit: shownRows }
  const result = useResult(screen, isSaved ? asked : null, as)
  if (!isSaved) return <p class="small muted">Save first: the server answers by what is saved.</p>
  const columns = screen.state.value?.generated.columns ?? []
  return (
    <>
      <PreviewProblem result={result} />
      {result.table && (
        <RowsPreview
          table={result.table}
          formatOf={(name) => columns.find((each) => each.name === name)?.format ?? 'text'}
        />
      )}
    </>
  )
}

/** Lets an owner view data as another principal. */
export function LookAs({ screen }: Props) {
  const [role, setRole] = useState<RuledRole | null>(null)
  const [email, setEmail] = useState('')
  return (
    <section class="stack">
      <h3>Look at it as somebody else</h3>
      <div class="model-pair">
        <Choice
          label="As"
          value={role ?? ''}
          options={[{ value: '', text: 'Myself' }, ...ruledRoles.map((value) => ({ value, text: roleNames[value] }))]}
          onValue={(value) => setRole(ruledRoles.find((each) => each === value) ?? null)}
        />
        {role !== null && (
          <TextInput label="With this e-mail address" value={email} placeholder="ada@example.org" onText={setEmail} />
        )}
      </div>
      {role !== null && <Rows screen={screen} role={role} email={email} />}
    </section>
  )
}
