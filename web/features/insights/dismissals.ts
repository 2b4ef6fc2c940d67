import * as z from 'zod'

/** Why a person does not want to see an insight. */
export const reasons = {
  known: 'I know this already',
  obvious: 'It is so by definition',
  unimportant: 'It does not matter to me',
  wrong: 'I think it is wrong',
} as const
export type Reason = keyof typeof reasons
export const reasonIds = Object.keys(reasons) as readonly Reason[]

const dismissal = z.object({
  /** Key of the insight. */
  key: z.string(),
  text: z.string(),
  reason: z.enum(reasonIds),
})
export type Dismissal = z.infer<typeof dismissal>

export type KeptDismissals = {
  readonly read: () => readonly Dismissal[]
  readonly write: (all: readonly Dismissal[]) => void
}

/** The dismissed insights of a dataset, in this browser's storage. */
export function dismissalsOf(dataset: string): KeptDismissals {
  const memory = `edgewise-dismissed-insights-${dataset}`
  return {
    read() {
      try {
        const kept = z.array(dismissal).safeParse(JSON.parse(localStorage.getItem(memory) ?? '[]'))
        return kept.success ? kept.data : []
      } catch {
        return []
      }
    },
    write(all) {
      try {
        localStorage.setItem(memory, JSON.stringify(all))
      } catch {
        // Storage may be unavailable; a dismissal then lasts until the page closes.
      }
    },
  }
}
