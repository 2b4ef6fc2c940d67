import { effect, signal } from '@preact/signals'

export type ThemeChoice = 'system' | 'light' | 'dark'

const key = 'edgewise-theme'
const dark = matchMedia('(prefers-color-scheme: dark)')

function stored(): ThemeChoice {
  try {
    const text = localStorage.getItem(key)
    return text === 'light' || text === 'dark' ? text : 'system'
  } catch {
    return 'system'
  }
}

/** The chosen theme; applied at once and stored in this browser. */
export const themeChoice = signal<ThemeChoice>(stored())

function show(): void {
  const choice = themeChoice.value
  document.documentElement.dataset['theme'] = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
}

/** Applies the chosen or system theme to the page. Called once. */
export function followTheme(): void {
  dark.addEventListener('change', show)
  effect(() => {
    show()
    try {
      localStorage.setItem(key, themeChoice.value)
    } catch {
      // Storage may be unavailable; the choice then lasts until the page closes.
    }
  })
}
