import type { Row } from './row.ts'

/** Failures about members, invitations, groups and projects. */
export const peopleFailures = {
  'member/not-found': {
    status: 404,
    say: () => ({ message: 'This person is not a member of the workspace.', hint: 'Reload the list of people.' }),
  },
  'member/last-owner': {
    status: 409,
    say: () => ({
      message: 'A workspace needs an owner, and there is no other.',
      hint: 'Make somebody else the owner first.',
    }),
  },
  'member/owners-only': {
    status: 403,
    say: () => ({
      message: 'Only an owner decides who owns the workspace.',
      hint: 'Ask an owner of the workspace to do it.',
    }),
  },
  'group/not-found': {
    status: 404,
    say: () => ({ message: 'This group does not exist any more.', hint: 'Reload the list of groups.' }),
  },
  'group/name-taken': {
    status: 409,
    say: (p: { name: string }) => ({ message: `There is a group “${p.name}” already.`, hint: 'Choose another name.' }),
  },
  'invitation/not-found': {
    status: 404,
    say: () => ({
      message: 'This invitation does not exist, or it was taken back.',
      hint: 'Ask whoever sent it for a new one.',
    }),
  },
  'invitation/over': {
    status: 410,
    say: (p: { why: 'expired' | 'used' }) => ({
      message: p.why === 'expired' ? 'This invitation has expired.' : 'This invitation has been used already.',
      hint: 'Ask whoever sent it for a new one.',
    }),
  },
  'invitation/unverified-address': {
    status: 403,
    say: () => ({
      message: 'This invitation is for your address, which is not confirmed yet.',
      hint: 'Confirm it on the account page by the code in a mail, then open the invitation again.',
    }),
  },
  'invitation/other-address': {
    status: 403,
    say: (p: { address: string }) => ({
      message: `This invitation is for ${p.address}.`,
      hint: 'Sign in with that address, or ask for an invitation for yours.',
    }),
  },
  'invitation/member-already': {
    status: 409,
    say: () => ({
      message: 'You are a member of this workspace already.',
      hint: 'Choose it in the list of workspaces.',
    }),
  },
  'workspace/not-found': {
    status: 404,
    say: () => ({ message: 'You are not a member of this workspace.', hint: 'Choose one of your workspaces.' }),
  },
  'project/not-found': {
    status: 404,
    say: () => ({ message: 'This project does not exist, or it is not yours.', hint: 'Choose one of your projects.' }),
  },
  'project/not-empty': {
    status: 409,
    say: () => ({
      message: 'There are datasets in this project, or deleted ones that can still be restored.',
      hint: 'Move them to another project first.',
    }),
  },
} as const satisfies Record<string, Row>
