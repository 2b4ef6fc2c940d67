import { lazy, useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { Dataset } from '../../api.ts'
import { AskBox } from '../../features/ask/ask-box.tsx'
import { DropZone, HomeView } from '../../features/home/view.tsx'
import { askingOf } from '../asking.ts'
import { Deferred } from '../deferred.tsx'
import { usePageTitle } from '../page-title.ts'
import { uploadLimit } from '../service.ts'
import { sourceOf } from '../sources.ts'
import { expectFiles, takeFiles } from '../take-files.ts'
import { uploads } from '../uploads.ts'
import { Uploading } from '../upload-tray.tsx'
import { featured, hasFeatured } from '../workspace.ts'

const loadPeek = () => import('./peek.tsx')
const Answers = lazy(() => import('./answers.tsx').then(({ Answers }) => Answers))
const Peek = lazy(() => loadPeek().then(({ Peek }) => Peek))

/** How many questions are offered: a line of them. */
const offered = 3

function useSuggestions(dataset: string | null): readonly string[] | null {
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null)
  useEffect(() => {
    setSuggestions(null)
    if (dataset)
      void sourceOf(dataset)
        .suggestions()
        .then((answer) => setSuggestions(answer.ok ? answer.value.slice(0, offered) : []))
  }, [dataset])
  return suggestions
}

const nameOf = ({ name, sample }: Dataset): string => (sample ? `the sample, ${name}` : name)

function Asking({ dataset }: { readonly dataset: Dataset | null }) {
  const suggestions = useSuggestions(dataset?.id ?? null)
  const ask = dataset ? askingOf(dataset.id) : null
  return (
    <>
      <AskBox
        about={dataset ? nameOf(dataset) : 'the sample'}
        suggestions={suggestions}
        expected={offered}
        onAsk={(question) => void ask?.ask(question)}
      />
      {dataset && ask && ask.entries.value.length > 0 && (
        <Deferred height={380}>
          <Answers dataset={dataset.id} />
        </Deferred>
      )}
    </>
  )
}

function PeekSection({ dataset }: { readonly dataset: Dataset | null }) {
  return (
    <section
      class="peek"
      aria-label={dataset?.sample === false ? `The dashboard of ${dataset.name}` : 'The sample’s dashboard'}
    >
      <div class="peek-head">
        <h2>{dataset ? dataset.name : 'The sample'}</h2>
        <span class="small muted">a dashboard that made itself from the file</span>
        {dataset && <a href={`/data/${dataset.id}`}>Open it</a>}
      </div>
      <div class="peek-frame">
        {dataset && (
          <Deferred height={720}>
            <Peek key={dataset.id} dataset={dataset.id} />
          </Deferred>
        )}
      </div>
    </section>
  )
}

/** The first page. */
export function HomePage() {
  const { route } = useLocation()
  usePageTitle(null)
  // Fetched while the lists are on their way: the sample is almost always there.
  useEffect(() => void loadPeek().catch(() => null), [])
  const dataset = featured.value
  return (
    <HomeView
      about={hasFeatured.value ? (dataset && !dataset.sample ? dataset.name : 'the sample') : null}
      loading={
        uploads.uploads.value.length > 0 ? (
          <Uploading shown={uploads.uploads.value} />
        ) : (
          <DropZone
            limit={uploadLimit.value}
            onExpect={expectFiles}
            onFiles={(files) => void takeFiles(files, route)}
          />
        )
      }
      asking={hasFeatured.value && <Asking dataset={dataset} />}
      peek={hasFeatured.value && <PeekSection dataset={dataset} />}
    />
  )
}
