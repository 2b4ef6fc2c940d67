import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

type Cost = { readonly N: number; readonly r: number; readonly p: number }

/** OWASP's scrypt parameters within 16 MB: cheatsheetseries.owasp.org, Password Storage. */
const cost: Cost = { N: 2 ** 14, r: 8, p: 5 }
const keyLength = 32

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}

/** Hashes a password as method, cost, salt and key, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$')
}

/** A hash without a password; comparing with it takes as long as with a real one. */
const nobody = [
  'scrypt',
  cost.N,
  cost.r,
  cost.p,
  Buffer.alloc(16).toString('base64'),
  Buffer.alloc(32).toString('base64'),
].join('$')

/** Compares a password with a stored hash, in the same time if there is none. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (stored ?? nobody).split('$')
  const derived = await derive(password, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(derived, Buffer.from(key, 'base64')) && stored !== null
}
