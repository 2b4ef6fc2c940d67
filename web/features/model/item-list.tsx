import { decisionOf } from '#core/semantic/model/apply-document.ts'
import {
  CalendarClock,
  Calculator,
  ChevronRight,
  EyeOff,
  FolderTree,
  History,
  type IconNode,
  Plus,
  Search,
  Shield,
  Sigma,
  Split,
  VenetianMask,
} from 'lucide'
import { useState } from 'preact/hooks'
import { noDecisions } from '#core/semantic/model/model-document.ts'
import { Button } from '../../ui/button.tsx'
import { count } from '../../ui/figures.ts'
import { Icon } from '../../ui/icon.tsx'
import { addItem } from './edits.ts'
import { columnsIn, type ModelScreen, type Place, problemsAt } from './model.ts'
import { typeIcons } from '../../ui/type-icons.ts'

type Entry = {
  readonly place: Place
  readonly icon: IconNode
  readonly text: string
  /** The name in the data, if the label differs. */
  readonly under?: string
  readonly marks?: readonly { readonly icon: IconNode; readonly label: string }[]
  readonly problems: number
}

const isSame = (a: Place | null, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b)

/** `order_date` adds nothing to `Order date`. */
const isAlike = (said: string, name: string): boolean => plain(said) === plain(name)
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

function columnEntries(screen: ModelScreen): readonly Entry[] {
  const { problems, state } = screen
  const document = screen.draft.document.value ?? noDecisions
  const decided = new Map(columnsIn(screen).map((each) => [each.name, each]))
  return (state.value?.generated.columns ?? []).map(({ name, type, label }) => {
    const said = decided.get(name)?.label ?? label
    const { isHidden, isMasked } = decisionOf(document, name)
    return {
      place: { part: 'column', name },
      icon: typeIcons[type],
      text: said,
      ...(isAlike(said, name) ? {} : { under: name }),
      marks: [
        ...(isHidden ? [{ icon: EyeOff, label: 'Hidden' }] : []),
        ...(isMasked ? [{ icon: VenetianMask, label: 'Masked' }] : []),
      ],
      problems: problemsAt(problems.value, ['columns', name]).filter(({ severity }) => severity === 'error').length,
    }
  })
}

function listEntries(
  screen: ModelScreen,
  part: 'groups' | 'calculations' | 'measures',
  icon: IconNode,
): readonly Entry[] {
  const document = screen.draft.document.value ?? noDecisions
  return document[part].map(({ name }, at) => ({
    place: { part, at },
    icon,
    text: name.trim() === '' ? 'Without a name' : name,
    problems: problemsAt(screen.problems.value, [part, at]).length,
  }))
}

const settings: readonly {
  readonly place: Place
  readonly icon: IconNode
  readonly text: string
  readonly path: readonly string[]
}[] = [
  { place: { part: 'time' }, icon: CalendarClock, text: 'Time and calendar', path: ['timeColumn', 'calendar'] },
  { place: { part: 'relationships' }, icon: FolderTree, text: 'Other datasets', path: ['relationships'] },
  { place: { part: 'security' }, icon: Shield, text: 'Who sees what', path: ['rows'] },
  { place: { part: 'history' }, icon: History, text: 'History and files', path: [] },
]

const settingEntries = (screen: ModelScreen): readonly Entry[] =>
  settings.map(({ place, icon, text, path }) => ({
    place,
    icon,
    text,
    problems: path.reduce((sum, part) => sum + problemsAt(screen.problems.value, [part]).length, 0),
  }))

function Row({ entry, screen }: { readonly entry: Entry; readonly screen: ModelScreen }) {
  const { place, icon, text, under, marks = [], problems } = entry
  return (
    <li>
      <button
        type="button"
        class="model-item"
        aria-current={isSame(screen.place.value, place) ? 'true' : undefined}
        onClick={() => (screen.place.value = place)}
      >
        <Icon icon={icon} size={15} />
        <span class="grow clip">
          {text}
          {under !== undefined && <span class="faint small"> {under}</span>}
        </span>
        {marks.map((mark) => (
          <Icon key={mark.label} icon={mark.icon} size={14} label={mark.label} />
        ))}
        {problems > 0 && (
          <span class="model-count" title={`${problems} to mend`}>
            {problems}
          </span>
        )}
        <Icon icon={ChevronRight} size={14} />
      </button>
    </li>
  )
}

type SectionProps = {
  readonly title: string
  readonly entries: readonly Entry[]
  readonly screen: ModelScreen
  readonly add?: { readonly label: string; readonly run: () => void }
}

function Section({ title, entries, screen, add }: SectionProps) {
  if (entries.length === 0 && !add) return null
  return (
    <section class="model-section" aria-label={title}>
      <div class="model-section-head">
        <h3>
          {title} {entries.length > 0 && <span class="faint">{count(entries.length)}</span>}
        </h3>
        {add && <Button kind="quiet" size="small" icon={Plus} label={add.label} onClick={add.run} />}
      </div>
      <ul>
        {entries.map((entry) => (
          <Row key={JSON.stringify(entry.place)} entry={entry} screen={screen} />
        ))}
      </ul>
    </section>
  )
}

const blank = { name: '', description: '', synonyms: [], formula: '' }

type Lists = 'groups' | 'calculations' | 'measures'

/** Adds an item to a list and opens it. */
function begin(screen: ModelScreen, part: Lists): void {
  const { draft } = screen
  const texts = screen.state.value?.generated.columns.filter(({ type }) => type === 'text') ?? []
  const column = (texts.find(({ role }) => role === 'dimension') ?? texts[0])?.name ?? ''
  const at =
    part === 'measures'
      ? addItem(draft, 'measures', { ...blank, format: 'number' })
      : part === 'calculations'
        ? addItem(draft, 'calculations', { ...blank, format: null })
        : addItem(draft, 'groups', { name: '', description: '', column, groups: [], rest: 'Other' })
  screen.place.value = { part, at }
}

const lists = [
  { part: 'measures', title: 'Measures', icon: Sigma, label: 'Add a measure' },
  { part: 'calculations', title: 'Calculated columns', icon: Calculator, label: 'Add a calculated column' },
  { part: 'groups', title: 'Groups of values', icon: Split, label: 'Add groups of values' },
] as const

/** Everything that can be edited, with a search; the selected item opens beside it. */
export function ItemList({ screen }: { readonly screen: ModelScreen }) {
  const [search, setSearch] = useState('')
  const matching = (entries: readonly Entry[]): readonly Entry[] =>
    entries.filter(({ text, under = '' }) => `${text} ${under}`.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <nav class="model-list" aria-label="Parts of the model">
      <div class="model-search">
        <Icon icon={Search} size={15} />
        <input
          class="input"
          data-size="small"
          type="search"
          aria-label="Find a column or a measure"
          placeholder="Find a column or a measure"
          value={search}
          onInput={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      {lists.map(({ part, title, icon, label }) => (
        <Section
          key={part}
          title={title}
          screen={screen}
          entries={matching(listEntries(screen, part, icon))}
          add={{ label, run: () => begin(screen, part) }}
        />
      ))}
      <Section title="Columns" screen={screen} entries={matching(columnEntries(screen))} />
      <Section title="Settings" screen={screen} entries={matching(settingEntries(screen))} />
    </nav>
  )
}
