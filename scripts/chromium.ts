import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  process.env['EDGEWISE_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Where a Chromium is on this machine, or null. */
export const findChromium = (): string | null => places.find((place) => place && existsSync(place)) ?? null

const install = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

/** Finds a Chromium; on Debian or Ubuntu, as root, installs one. Null where neither worked. */
export function ensureChromium(): string | null {
  const found = findChromium()
  if (found || process.platform !== 'linux' || process.getuid?.() !== 0) return found
  console.log('Installing Chromium for the browser tests (once) …')
  if (install('apt-get', ['update'])) install('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  return findChromium()
}

export const howToGetChromium =
  'The browser tests need Chromium, and none was found. Install it (Debian, Ubuntu: apt-get install chromium; macOS: Google Chrome) ' +
  'or set EDGEWISE_CHROMIUM to its path.'
