import { Secret, TOTP } from 'otpauth'

const period = 30

const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'Edgewise', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) })

/** A new shared secret of 160 bits: RFC 4226, section 4. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The address by which an authenticator app takes over a secret. */
export const totpAddress = (secret: string, email: string): string => totpOf(secret, email).toString()

/** The step that a code is of, at most one before or after now; null if it is of none. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code.trim(), timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}
