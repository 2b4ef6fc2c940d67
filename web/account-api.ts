import { hc } from 'hono/client'
import type { AccountApp } from '#worker/app.ts'
import { fetchInSession, read, type DataOf } from './transport.ts'

const { auth, me } = hc<AccountApp>('/', { fetch: fetchInSession }).api.v1

type Answer = { readonly challenge: string; readonly code: string }
export type NewToken = { readonly name: string; readonly scope: 'read' | 'query' | 'write'; readonly days: number }

/** What the screens of accounts call, apart from what the application itself needs. */
export const accountSecurity = {
  confirmSignIn: (answer: Answer & { readonly trust: boolean }) =>
    read(auth['sign-in'].confirm.$post({ json: answer })),
  resend: (challenge: string) => read(auth.code.resend.$post({ json: { challenge } })),
  forgot: (email: string) => read(auth.forgot.$post({ json: { email } })),
  reset: (token: string, password: string) => read(auth.reset.$post({ json: { token, password } })),
  security: () => read(me.security.$get()),
  secure: (wantsCode: boolean, password: string) => read(me.security.$post({ json: { wantsCode, password } })),
  emailCode: () => read(me.email.code.$post()),
  changeEmail: (email: string, password: string) => read(me.email.$post({ json: { email, password } })),
  confirmEmail: (answer: Answer) => read(me.email.confirm.$post({ json: answer })),
  sessions: () => read(me.sessions.$get()),
  endSession: (id: string) => read(me.sessions[':id'].$delete({ param: { id } })),
  endOthers: () => read(me.sessions['end-others'].$post()),
  devices: () => read(me.devices.$get()),
  forgetDevice: (id: string) => read(me.devices[':id'].$delete({ param: { id } })),
  tokens: () => read(me.tokens.$get()),
  createToken: (token: NewToken) => read(me.tokens.$post({ json: token })),
  revokeToken: (id: string) => read(me.tokens[':id'].$delete({ param: { id } })),
  startApp: (password: string) => read(me.authenticator.$post({ json: { password } })),
  confirmApp: (code: string) => read(me.authenticator.confirm.$post({ json: { code } })),
  removeApp: (password: string) => read(me.authenticator.remove.$post({ json: { password } })),
  deleteAccount: (password: string) => read(me.delete.$post({ json: { password } })),
}
export type AccountSecurity = typeof accountSecurity

export type OpenSession = DataOf<Awaited<ReturnType<typeof me.sessions.$get>>>[number]
export type TrustedDevice = DataOf<Awaited<ReturnType<typeof me.devices.$get>>>[number]
export type Token = DataOf<Awaited<ReturnType<typeof me.tokens.$get>>>[number]
export type Security = DataOf<Awaited<ReturnType<typeof me.security.$get>>>
export type Step = DataOf<Awaited<ReturnType<typeof me.email.code.$post>>>
