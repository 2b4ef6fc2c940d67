export type Limited = 'writes' | 'signIn' | 'queries'

/** May this caller go on? Counted per key in each of the bindings of wrangler.jsonc. */
export const rateLimitsIn = (env: Env) => {
  const limiters = { writes: env.RATE_WRITES, signIn: env.RATE_SIGN_IN, queries: env.RATE_QUERIES }
  return {
    allows: async (what: Limited, key: string): Promise<boolean> => (await limiters[what].limit({ key })).success,
  }
}
