import { effect, type Signal, signal } from '@preact/signals'

export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'edgewise-theme'

function stored(): ThemeChoice {
  try {
    const text = localStorage.getItem(key)
    return text === 'light' || text === 'dark' ? text : 'system'
  } catch {
    return 'system'
  }
}

/** The chosen theme, as this browser remembers it. */
export const createThemeChoice = (): Signal<ThemeChoice> => signal<ThemeChoice>(stored())

/** Applies the chosen or system theme to the page and stores the choice in this browser. Called once. */
export function followTheme(choice: Signal<ThemeChoice>): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = (): void => {
    const isDark = choice.value === 'system' ? dark.matches : choice.value === 'dark'
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }
  dark.addEventListener('change', show)
  effect(() => {
    show()
    try {
      localStorage.setItem(key, choice.value)
    } catch {
      // Storage may be unavailable; the choice then lasts until the page closes.
    }
  })
}
