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

/** The person's choice. The page follows it at once; this browser remembers it. */
export const themeChoice = signal<ThemeChoice>(stored())

function show(): void {
  const choice = themeChoice.value
  document.documentElement.dataset['theme'] = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice
}

/** Keeps page, choice and system together. Called once. */
export function followTheme(): void {
  dark.addEventListener('change', show)
  effect(() => {
    show()
    try {
      localStorage.setItem(key, themeChoice.value)
    } catch {
      // Storage may be closed; the choice then lasts as long as the page.
    }
  })
}
