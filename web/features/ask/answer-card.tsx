import { BadgeCheck, Check, ChartColumn, Compass, HelpCircle, Info, Pin, SearchX, Table2, X } from 'lucide'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Reading, spokenModel } from '#core/ask/reading.ts'
import { wholeSentence } from '#core/ask/whole-sentence.ts'
import { specOf } from '#core/charts/chart-spec.ts'
import { typeFor } from '#core/charts/intent.ts'
import { chartData } from '#core/charts/chart-data.ts'
import type { ChartData, ChartSpec } from '#core/charts/chart.ts'
import type { Scene } from '#core/charts/scenes.ts'
import { sceneFor } from '#core/charts/scene-for.ts'
import type { Correction } from '#core/semantic/correction.ts'
import { changeReading } from '#core/ask/change/change-reading.ts'
import { shortMonths } from '#core/table/months.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import type { WireAnswer, WireAnswered } from '#core/wire/answer.ts'
import { tableFromWire } from '#core/wire/table.ts'
import { heightOf } from '#core/charts/drawing/heights.ts'
import { SceneView } from '../../scenes/scene-view.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AnswerChips } from './answer-chips.tsx'
import { ChartChoice } from './chart-choice.tsx'
import { How } from './how-answered.tsx'
import type { Ask, Entry } from './model.ts'
import { ReceiptDialog, type ReceiptPorts } from './receipt-dialog.tsx'
import { Lesson, Meanings, type Teach } from './word-meaning.tsx'
import './answer.css'

type Refused = Extract<WireAnswer, { readonly status: 'refuse' }>

type Props = {
  readonly entry: Entry
  readonly ask: Pick<Ask, 'choose' | 'retry' | 'forget'> & { readonly ask: (question: string) => unknown }
  readonly model: SemanticModel
  /** Keeps an answer on a dashboard; missing where that is not offered. */
  readonly onPin?: (answer: WireAnswered) => Promise<boolean>
  readonly pinText?: string
  /** Keeps what a word means from now on; missing where that is not offered. */
  readonly onTeach?: Teach
  /** Signs and verifies receipts; missing where that is not offered. */
  readonly receipts?: ReceiptPorts
  /** Goes on with a reading by hand; missing where that is not offered. */
  readonly onExplore?: (asked: Pick<WireAnswered, 'reading'> & { readonly chart: ChartSpec | null }) => void
}

const figure = /(?<![\p{L}\d])[$€£¥]?\d[\d.,]*(?:\s?[%KMB](?![\p{L}]))?/gu

const year = /^(?:19|20)\d\d$/u
/** What follows the day of a date, as in 26 Dec 2022. */
const monthNext = new RegExp(`^ (?:${shortMonths.join('|')})\\b`, 'u')

/** The answer's sentence, with figures emphasised. */
function Sentence({ text }: { readonly text: string }) {
  const parts: (string | { figure: string })[] = []
  let at = 0
  for (const match of text.matchAll(figure)) {
    const trimmed = match[0].replace(/[.,]+$/u, '')
    if (year.test(trimmed) || monthNext.test(text.slice(match.index + trimmed.length))) continue
    parts.push(text.slice(at, match.index), { figure: trimmed })
    at = match.index + trimmed.length
  }
  parts.push(text.slice(at))
  return (
    <p class="answer-sentence numeric">
      {parts.map((part, index) => (typeof part === 'string' ? part : <strong key={index}>{part.figure}</strong>))}
    </p>
  )
}

function ReadingButtons({
  readings,
  onChoose,
}: {
  readonly readings: readonly Reading[]
  readonly onChoose: (reading: Reading) => void
}) {
  return (
    <ul class="row wrap">
      {readings.map((reading) => (
        <li key={JSON.stringify([reading.query, reading.chart])}>
          <button type="button" class="chip" onClick={() => onChoose(reading)}>
            {wholeSentence(reading)}
          </button>
        </li>
      ))}
    </ul>
  )
}

const dataOf = ({ table, reading }: WireAnswered, model: SemanticModel): ChartData =>
  chartData(tableFromWire(table), reading.query, spokenModel(model, reading.noun))

function sceneOf(data: ChartData, chart: ChartSpec, asTable: boolean): Scene {
  return sceneFor(asTable ? specOf(typeFor('rows')) : chart, data)
}

function Picture({
  scene,
  label,
  children,
}: {
  readonly scene: Scene
  readonly label: string
  readonly children: preact.ComponentChildren
}) {
  const height = heightOf(scene)
  return (
    <>
      <div class="answer-scene" data-kind={scene.kind} style={height === null ? {} : { height: `${height}px` }}>
        <SceneView scene={scene} label={label} />
      </div>
      {children}
    </>
  )
}

function ShownAs({ asTable, onChange }: { readonly asTable: boolean; readonly onChange: (asTable: boolean) => void }) {
  return (
    <div class="switch" role="group" aria-label="Show as">
      <Button
        kind="quiet"
        size="small"
        icon={ChartColumn}
        label="Chart"
        aria-pressed={!asTable}
        onClick={() => onChange(false)}
      />
      <Button
        kind="quiet"
        size="small"
        icon={Table2}
        label="Table"
        aria-pressed={asTable}
        onClick={() => onChange(true)}
      />
    </div>
  )
}

/** What the figures alone do not say. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  if (notes.length === 0) return null
  return (
    <ul class="answer-notes" aria-label="What to know about these figures">
      {notes.map((note) => (
        <li key={note}>
          <Icon icon={Info} size={15} />
          <span>{note}</span>
        </li>
      ))}
    </ul>
  )
}

/** What the last change of a chip says that words mean, until somebody decides on it. */
type Lessons = { readonly lesson: Correction | null; readonly setLesson: (lesson: Correction | null) => void }

type Answering = Props & Lessons & { readonly answer: WireAnswered }

type PinProps = Pick<Answering, 'answer' | 'pinText'> & { readonly onPin: NonNullable<Props['onPin']> }

function PinButton({ answer, onPin, pinText = 'Pin to dashboard' }: PinProps) {
  const [pinned, setPinned] = useState<'no' | 'pinning' | 'yes'>('no')
  useEffect(() => setPinned('no'), [answer])
  const pin = async (): Promise<void> => {
    setPinned('pinning')
    setPinned((await onPin(answer)) ? 'yes' : 'no')
  }
  return (
    <Button size="small" icon={pinned === 'yes' ? Check : Pin} disabled={pinned !== 'no'} onClick={() => void pin()}>
      {pinned === 'yes' ? 'Pinned' : pinText}
    </Button>
  )
}

const Pinning = ({ onPin, ...props }: Answering) => (onPin ? <PinButton {...props} onPin={onPin} /> : null)

function ReceiptButton({ answer, receipts }: { readonly answer: WireAnswered; readonly receipts: ReceiptPorts }) {
  const [isOpen, setOpen] = useState(false)
  const shown = useMemo(() => tableFromWire(answer.table), [answer])
  return (
    <>
      <Button size="small" icon={BadgeCheck} onClick={() => setOpen(true)}>
        Receipt
      </Button>
      {isOpen && (
        <ReceiptDialog query={answer.reading.query} shown={shown} ports={receipts} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

/** The figures of a statistic are read; no chart shows them. */
function Choice({ answer, entry, ask, model, data }: Answering & { readonly data: ChartData }) {
  if (answer.reading.query.statistic !== undefined) return null
  return (
    <ChartChoice
      chart={answer.chart}
      data={data}
      choosing={answer.reading}
      onChoose={(chart) => void ask.choose(entry, changeReading(answer.reading, { chart }, model))}
    />
  )
}

/** A figure has no picture under which it could say why it is not the chart that was asked for. */
const notesOf = ({ notes, chart: { remark } }: WireAnswered, isNumber: boolean): readonly string[] =>
  isNumber && remark !== undefined ? [...notes, remark] : notes

function Found(props: Answering) {
  const { answer, entry, ask, model, onExplore, onTeach, receipts, lesson, setLesson } = props
  const [asTable, setAsTable] = useState(false)
  const data = useMemo(() => dataOf(answer, model), [answer, model])
  const scene = useMemo(() => sceneOf(data, answer.chart, asTable), [answer, data, asTable])
  const { kind } = useMemo(() => sceneOf(data, answer.chart, false), [answer, data])
  // One figure stands in the sentence already.
  const { dimensions, columns } = answer.reading.query
  const isNumber = kind === 'number' || (answer.table.rows.length === 1 && dimensions.length + columns.length === 0)
  return (
    <>
      <Sentence text={answer.sentence} />
      <Notes notes={notesOf(answer, isNumber)} />
      <AnswerChips
        reading={answer.reading}
        chart={answer.chart}
        data={data}
        model={model}
        onChange={(reading, taught) => {
          setLesson(taught)
          void ask.choose(entry, reading)
        }}
      />
      {lesson && onTeach && <Lesson lesson={lesson} model={model} onTeach={onTeach} onDone={() => setLesson(null)} />}
      <div class="answer-bar row wrap">
        <h3 class="grow clip muted">{answer.reading.title}</h3>
        {!isNumber && kind === 'xy' && <ShownAs asTable={asTable} onChange={setAsTable} />}
        <Pinning {...props} />
        {receipts && <ReceiptButton answer={answer} receipts={receipts} />}
        {onExplore && (
          <Button size="small" icon={Compass} onClick={() => onExplore(answer)}>
            Explore this
          </Button>
        )}
      </div>
      {!isNumber && (
        <Picture scene={scene} label={answer.reading.title}>
          {asTable ? null : <Choice {...props} data={data} />}
        </Picture>
      )}
      <How reading={answer.reading} ms={answer.table.ms} />
      {answer.others.length > 0 && (
        <div class="answer-others">
          <span class="small muted">Or did you mean</span>
          <ReadingButtons readings={answer.others} onChoose={(reading) => void ask.choose(entry, reading)} />
        </div>
      )}
    </>
  )
}

function Thinking() {
  return (
    <div class="stack" role="status" aria-label="Looking for the answer">
      <Skeleton width="62%" height={26} />
      <Skeleton height={240} />
    </div>
  )
}

function Offer({
  icon,
  text,
  children,
}: {
  readonly icon: typeof HelpCircle
  readonly text: string
  readonly children: preact.ComponentChildren
}) {
  return (
    <div class="answer-offer">
      <Icon icon={icon} size={20} />
      <div class="stack grow">
        <p class="answer-question">{text}</p>
        {children}
      </div>
    </div>
  )
}

/** What stands in the way, and every way on from here. */
function Refusal({ entry, ask, model, refused, onTeach, onExplore }: Props & { readonly refused: Refused }) {
  const { reason, unknown, readings, understood, suggestions } = refused
  return (
    <Offer icon={SearchX} text={reason}>
      {onTeach && unknown.length > 0 && (
        <Meanings words={unknown} model={model} onTeach={onTeach} onTaught={() => void ask.retry(entry)} />
      )}
      {readings.length > 0 && (
        <>
          <p class="small muted">Without {unknown.map((word) => `“${word}”`).join(' and ')}:</p>
          <ReadingButtons readings={readings} onChoose={(reading) => void ask.choose(entry, reading)} />
        </>
      )}
      <p class="small muted">Questions near to it that work:</p>
      <ul class="row wrap" aria-label="Questions near to it">
        {suggestions.map((question) => (
          <li key={question}>
            <button type="button" class="chip" onClick={() => void ask.ask(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
      {onExplore && understood && (
        <Button size="small" icon={Compass} onClick={() => onExplore({ reading: understood, chart: understood.chart })}>
          Explore what was understood
        </Button>
      )}
    </Offer>
  )
}

function Body(props: Props & Lessons) {
  const { entry, ask } = props
  const state = entry.state.value
  switch (state.status) {
    case 'thinking':
      return <Thinking />
    case 'failed':
      return (
        <FailureNotice problem={state.problem}>
          <Button size="small" onClick={() => void ask.retry(entry)}>
            Try again
          </Button>
        </FailureNotice>
      )
    case 'answer':
      return <Found {...props} answer={state} />
    case 'clarify':
      return (
        <Offer icon={HelpCircle} text={state.question}>
          <ReadingButtons readings={state.readings} onChoose={(reading) => void ask.choose(entry, reading)} />
        </Offer>
      )
    case 'refuse':
      return <Refusal {...props} refused={state} />
  }
}

/** A question with its answer, or with what to do instead. */
export function AnswerCard(props: Props) {
  const { entry, ask } = props
  const [lesson, setLesson] = useState<Correction | null>(null)
  return (
    <article class="answer card" aria-live="polite">
      <header class="row">
        <p class="answer-asked grow">{entry.question}</p>
        <Button kind="quiet" size="small" icon={X} label="Take this answer away" onClick={() => ask.forget(entry)} />
      </header>
      <Body {...props} lesson={lesson} setLesson={setLesson} />
    </article>
  )
}
