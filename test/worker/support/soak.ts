import { env } from 'cloudflare:workers'
import { z } from 'zod'

const asked = z.object({ seed: z.int(), rounds: z.int().positive() })

/** A seed and how many rounds: those that a soak program asks for, or a few of a seed of its own. */
export function soakOf(few: number): { readonly seed: number; readonly rounds: number } {
  const { SOAK } = env
  return SOAK === '' ? { seed: Math.floor(Math.random() * 2 ** 31), rounds: few } : asked.parse(JSON.parse(SOAK))
}
