import { fail, type Failure } from '../errors.ts'
import { commonPasswords } from './common-passwords.ts'

/** What an account says about its owner. */
type About = { readonly name: string; readonly email: string }

/** Shorter parts of a name are in too many words to count; and what a password has to have beside them. */
const shortestPart = 4
const leastBeside = 6

const partsOf = ({ name, email }: About): string[] =>
  `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= shortestPart)
    .toSorted((one, other) => other.length - one.length)

/** Is it one character, or a few of them, over and over? */
const isRepeated = (text: string): boolean => new Set(text).size < 4

/** Why a password is too easy to guess; null if it is not. The page and the server ask the same. */
export function passwordProblem(password: string, about: About): Failure | null {
  const text = password.toLowerCase()
  if (commonPasswords.has(text) || isRepeated(text)) return fail('account/common-password').error
  const beside = partsOf(about).reduce((rest, part) => rest.replaceAll(part, ''), text)
  return beside.length < leastBeside && beside.length < text.length ? fail('account/personal-password').error : null
}
