import type { Client } from '../commands/command.ts'
import type { Config } from '../config.ts'
import { addressOf } from './address-of.ts'

/** The first that fits counts: Edge and Opera call themselves Chrome, and Chrome calls itself Safari. */
const browsers = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS\//],
  ['Chrome', /Chrome\/|CriOS\//],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X|Macintosh/],
  ['Chromebook', /CrOS/],
  ['Linux', /Linux/],
] as const

const nameIn = (agent: string, names: readonly (readonly [string, RegExp])[]): string | null =>
  names.find(([, pattern]) => pattern.test(agent))?.[0] ?? null

/** A browser in words, as `Chrome on Windows`. */
function deviceName(agent: string): string {
  const [browser, system] = [nameIn(agent, browsers), nameIn(agent, systems)]
  if (!browser) return system ? `A program on ${system}` : 'A program'
  return system ? `${browser} on ${system}` : browser
}

const countries = new Intl.DisplayNames('en', { type: 'region' })

/** The country that the platform names; else the network, without its last part, which is one person’s. */
function placeOf(request: Request, config: Config): string | null {
  const country = request.cf?.['country']
  if (typeof country === 'string' && /^[A-Z]{2}$/.test(country)) return countries.of(country) ?? country
  const address = addressOf(request.headers, config)
  return address?.replace(/\.\d+$/, '.x') ?? null
}

/** Device and place of a request. */
export const clientOf = (request: Request, config: Config): Client => ({
  device: deviceName((request.headers.get('user-agent') ?? '').slice(0, 500)),
  place: placeOf(request, config),
})
