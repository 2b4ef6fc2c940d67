import { BookmarkPlus, ChevronDown } from 'lucide'
import { useState } from 'preact/hooks'
import { meaningChoices } from '#core/ask/corrections/choices.ts'
import { labelOfMeaning } from '#core/ask/corrections/meaning-of.ts'
import type { Correction } from '#core/semantic/correction.ts'
import type { SemanticModel } from '#core/semantic/semantic-model.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { OptionChip } from './option-chip.tsx'

/** Keeps what a word means; `means` is that in words. */
export type Teach = (correction: Correction, means: string) => Promise<boolean>

type Props = {
  readonly word: string
  readonly model: SemanticModel
  readonly onChoose: (correction: Correction) => void
}

/** A word without a meaning, and the list of what it may mean. */
function WordMeaning({ word, model, onChoose }: Props) {
  return (
    <OptionChip
      label={`What “${word}” means`}
      options={() => meaningChoices(model)}
      onChoose={({ meant }) => onChoose({ words: word.toLowerCase(), ...meant })}
    >
      “{word}” means …
      <Icon icon={ChevronDown} size={13} />
    </OptionChip>
  )
}

const mostWords = 3

/** Lets a person say what the unknown words of a question mean. */
export function Meanings({
  words,
  model,
  onTeach,
  onTaught,
}: {
  readonly words: readonly string[]
  readonly model: SemanticModel
  readonly onTeach: Teach
  readonly onTaught: () => void
}) {
  const teach = async (correction: Correction): Promise<void> => {
    if (await onTeach(correction, labelOfMeaning(correction, model))) onTaught()
  }
  return (
    <>
      <p class="small muted">Say what it means, and it is known from now on:</p>
      <ul class="row wrap" aria-label="What a word means">
        {words.slice(0, mostWords).map((word) => (
          <li key={word}>
            <WordMeaning word={word} model={model} onChoose={(correction) => void teach(correction)} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a changed chip could teach: once taken, the words are always read so. */
export function Lesson({
  lesson,
  model,
  onTeach,
  onDone,
}: {
  readonly lesson: Correction
  readonly model: SemanticModel
  readonly onTeach: Teach
  readonly onDone: () => void
}) {
  const means = labelOfMeaning(lesson, model)
  const [isKeeping, setKeeping] = useState(false)
  /** Stays until it is kept, so that nobody leaves it behind unkept. */
  const keep = async (): Promise<void> => {
    setKeeping(true)
    await onTeach(lesson, means)
    onDone()
  }
  return (
    <div class="answer-lesson" role="group" aria-label="Always read it so?">
      <Icon icon={BookmarkPlus} size={16} />
      <span class="grow">
        Always read “{lesson.words}” as {means}?
      </span>
      <Button size="small" disabled={isKeeping} onClick={() => void keep()}>
        Always
      </Button>
      <Button size="small" kind="quiet" disabled={isKeeping} onClick={onDone}>
        Only here
      </Button>
    </div>
  )
}
