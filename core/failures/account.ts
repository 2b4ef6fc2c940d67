import type { Row } from './row.ts'

/** Failures of accounts: signing in, codes, tokens. */
export const accountFailures = {
  'account/common-password': {
    status: 422,
    say: () => ({
      message: 'Many people have this password, so it is among the first that are tried.',
      hint: 'Choose another: a few words that do not belong together are easy to remember.',
    }),
  },
  'account/personal-password': {
    status: 422,
    say: () => ({
      message: 'This password is little more than your name or e-mail.',
      hint: 'Choose another: a few words that do not belong together are easy to remember.',
    }),
  },
  'account/wrong-code': {
    status: 403,
    say: () => ({
      message: 'This code is not right, or it has expired.',
      hint: 'Check it, or ask for a new one.',
    }),
  },
  'account/code-locked': {
    status: 423,
    say: (p: { minutes: number }) => ({
      message: 'Too many wrong codes.',
      hint: `Wait ${p.minutes} minutes, then sign in again.`,
    }),
  },
  'account/code-too-soon': {
    status: 429,
    say: (p: { seconds: number }) => ({
      message: 'A code was sent a moment ago.',
      hint: `Look among unwanted mail as well. You can have another in ${p.seconds} seconds.`,
    }),
  },
  'account/step-over': {
    status: 410,
    say: () => ({ message: 'This took too long, or it was done already.', hint: 'Start it again.' }),
  },
  'account/no-mail': {
    status: 409,
    say: () => ({
      message: 'This installation sends no mail, so it cannot check addresses.',
      hint: 'Ask its operator to configure mail.',
    }),
  },
  'account/email-unverified': {
    status: 409,
    say: () => ({
      message: 'Your address has not been confirmed yet, so a code might not reach you.',
      hint: 'Confirm your address first.',
    }),
  },
  'account/app-in-use': {
    status: 409,
    say: () => ({
      message: 'An authenticator app is set up already.',
      hint: 'Remove it first, then set up another.',
    }),
  },
  'account/not-listed': {
    status: 404,
    say: () => ({ message: 'This is not in your list any more.', hint: 'Reload the list.' }),
  },
  'account/too-many-tokens': {
    status: 409,
    say: (p: { most: number }) => ({
      message: `You have ${p.most} tokens, which is the most one may have.`,
      hint: 'Revoke one that you do not use.',
    }),
  },
  'access/token-scope': {
    status: 403,
    say: (p: { needs: string; scope: string }) => ({
      message: `This needs a token that may ${p.needs}; yours may ${p.scope}.`,
      hint: 'Make another token in your account’s settings.',
    }),
  },
  'access/no-token-here': {
    status: 403,
    say: () => ({
      message: 'A token does not change the account that it belongs to.',
      hint: 'Sign in and do it on the account page.',
    }),
  },
} as const satisfies Record<string, Row>
