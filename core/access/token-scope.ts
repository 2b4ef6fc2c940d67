/** What a program may do with a personal token: read what is stored, also compute, also change. */
export const tokenScopes = ['read', 'query', 'write'] as const
export type TokenScope = (typeof tokenScopes)[number]

type Asked = { readonly effect: 'read' | 'write'; readonly kind: 'read' | 'query' | 'write' | 'sign-in' }

/** The least scope that allows a command. */
export const scopeFor = ({ effect, kind }: Asked): TokenScope =>
  effect === 'write' ? 'write' : kind === 'query' ? 'query' : 'read'

/** Does a scope include another? */
export const includesScope = (held: TokenScope, asked: TokenScope): boolean =>
  tokenScopes.indexOf(held) >= tokenScopes.indexOf(asked)
