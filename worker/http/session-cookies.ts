import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Tokens } from '../commands/accounts/open-session.ts'
import type { AppEnv } from './app-env.ts'

export const accessCookie = 'edgewise_access'
const refreshCookie = 'edgewise_refresh'
const deviceCookie = 'edgewise_device'

/** The refresh cookie is sent only to this path. */
const refreshPath = '/api/v1/auth'

const isSecure = (c: Context<AppEnv>): boolean => new URL(c.req.url).protocol === 'https:'

/** Stores a session in HttpOnly cookies. */
export function setSession(c: Context<AppEnv>, tokens: Tokens): void {
  const { accessSeconds, refreshSeconds } = c.var.service.config.session
  const shared = { httpOnly: true, secure: isSecure(c) } as const
  setCookie(c, accessCookie, tokens.accessToken, { ...shared, path: '/', sameSite: 'Lax', maxAge: accessSeconds })
  setCookie(c, refreshCookie, tokens.refreshToken, {
    ...shared,
    path: refreshPath,
    sameSite: 'Strict',
    maxAge: refreshSeconds,
  })
}

/** Stores the trust in this browser; it is sent only where one signs in. */
export function setDevice(c: Context<AppEnv>, token: string): void {
  const maxAge = Math.round(c.var.service.config.deviceTrust / 1000)
  setCookie(c, deviceCookie, token, {
    httpOnly: true,
    secure: isSecure(c),
    path: refreshPath,
    sameSite: 'Strict',
    maxAge,
  })
}

export const deviceTokenOf = (c: Context<AppEnv>): string | null => getCookie(c, deviceCookie) ?? null

export function clearSession(c: Context<AppEnv>): void {
  deleteCookie(c, accessCookie, { path: '/' })
  deleteCookie(c, refreshCookie, { path: refreshPath })
}

export const refreshTokenOf = (c: Context<AppEnv>): string | undefined => getCookie(c, refreshCookie)
