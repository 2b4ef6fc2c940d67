import { computed, signal } from '@preact/signals'
import { stepIds } from '#core/clean/registry.ts'
import { noRecipe, type Recipe, type RecipeStep } from '#core/clean/recipe.ts'

/** A recipe being edited, with undo history. */
export function createHistory(begin: Recipe = noRecipe) {
  const past = signal<readonly Recipe[]>([])
  const now = signal<Recipe>(begin)
  const future = signal<readonly Recipe[]>([])

  function set(steps: readonly RecipeStep[]): void {
    past.value = [...past.value, now.value]
    future.value = []
    now.value = { schema: 1, steps }
  }

  return {
    recipe: computed(() => now.value),
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    add: (step: RecipeStep): void => set([...now.value.steps, step]),
    /** Inserts a step before those that usually follow its kind. */
    insert(step: RecipeStep): void {
      const rank = ({ step: id }: RecipeStep): number => stepIds.indexOf(id)
      const at = now.value.steps.findIndex((other) => rank(other) > rank(step))
      set(at < 0 ? [...now.value.steps, step] : now.value.steps.toSpliced(at, 0, step))
    },
    change: (at: number, settings: RecipeStep['settings']): void =>
      set(now.value.steps.map((step, index) => (index === at ? { ...step, settings } : step))),
    remove: (at: number): void => set(now.value.steps.filter((_, index) => index !== at)),
    /** Moves a step by one; false at an end. */
    move(at: number, by: -1 | 1): boolean {
      const steps = [...now.value.steps]
      const [step, other] = [steps[at], steps[at + by]]
      if (step === undefined || other === undefined) return false
      steps[at] = other
      steps[at + by] = step
      set(steps)
      return true
    },
    undo(): void {
      const before = past.value.at(-1)
      if (before === undefined) return
      past.value = past.value.slice(0, -1)
      future.value = [now.value, ...future.value]
      now.value = before
    },
    redo(): void {
      const [after, ...rest] = future.value
      if (after === undefined) return
      past.value = [...past.value, now.value]
      future.value = rest
      now.value = after
    },
  }
}
export type History = ReturnType<typeof createHistory>
