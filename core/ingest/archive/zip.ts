import { fail } from '../../errors.ts'
import { ok, type Result } from '../../result.ts'
import { extensionOf } from '../choose-reader.ts'
import { fileBudget } from '../file-budget.ts'
import type { FileInput } from '../file-input.ts'
import type { IngestReport } from '../ingest-report.ts'
import type { OpenedFile, Reader, ReadOptions } from '../reader.ts'
import { broken } from '../reading-failed.ts'
import { type Member, openMember, readerOfMember } from './member.ts'
import { readZip, unpackEntry, type Zip, type ZipEntry } from './zip-file.ts'

const kind = 'a zip archive'
/** Members beyond these are not looked at. */
const mostMembers = 200

type Readable = { readonly member: Member; readonly reader: Reader }

/** Left by systems, not meant by people. */
const isLitter = ({ name }: ZipEntry): boolean =>
  name.endsWith('/') || /(^|\/)(__macosx\/|\.|thumbs\.db$|desktop\.ini$)/i.test(name)

const memberOf = (zip: Zip, entry: ZipEntry): Member => ({
  name: entry.name,
  size: entry.size,
  open: () => unpackEntry(zip, entry),
})

/** The members that are tables, and why the first of the others is none. */
async function readableOf(zip: Zip, entries: readonly ZipEntry[]): Promise<Result<readonly Readable[]>> {
  const found: Readable[] = []
  let refusal: Result<never> | null = null
  for (const entry of entries.slice(0, mostMembers)) {
    const member = memberOf(zip, entry)
    const reader = await readerOfMember(member)
    if (reader.ok) found.push({ member, reader: reader.value })
    else refusal ??= reader
  }
  return found.length === 0 && refusal !== null ? refusal : ok(found)
}

/** Is it named as its kind of table is? Notes beside a table are text as well. */
const isNamedAsTable = ({ member, reader }: Readable): boolean =>
  reader.extensions.includes(extensionOf(member.name)) && !/(readme|license|licence|metadata)/i.test(member.name)

/** The table that an archive was made for: named as one, and the largest of those. */
function likeliest(members: readonly Readable[]): Readable | undefined {
  const named = members.filter(isNamedAsTable)
  const [first, ...rest] = named.length > 0 ? named : members
  return first && rest.reduce((best, one) => (one.member.size > best.member.size ? one : best), first)
}

type Chosen = { readonly readable: Readable; readonly options: ReadOptions }

/** The member that was asked for, by its name or its place; what follows a member's name and a slash is asked of the member. */
function choose(members: readonly Readable[], options: ReadOptions): Chosen | null {
  const { sheet, ...others } = options.choices ?? {}
  const [only] = members
  const byDefault = likeliest(members)
  if (members.length === 1 && only !== undefined && sheet !== only.member.name) return { readable: only, options }
  const inner = { ...options, choices: others }
  if (sheet === undefined) return byDefault === undefined ? null : { readable: byDefault, options: inner }
  const wanted = String(sheet).toLowerCase()
  const named = members.find(({ member }) => member.name.toLowerCase() === wanted)
  const placed = typeof sheet === 'number' ? members[sheet] : undefined
  const readable = placed ?? named
  if (readable !== undefined) return { readable, options: inner }
  const within = members.find(({ member }) => wanted.startsWith(`${member.name.toLowerCase()}/`))
  if (within === undefined) return null
  const rest = String(sheet).slice(within.member.name.length + 1)
  return { readable: within, options: { ...options, choices: { ...others, sheet: rest } } }
}

/** What is said of a file that was one of several. */
function withParts(report: IngestReport, members: readonly Readable[], { member }: Readable): IngestReport {
  if (members.length < 2) return report
  const others = members.filter((one) => one.member !== member).map((one) => `“${one.member.name}”`)
  const shown = others.slice(0, 12).join(', ') + (others.length > 12 ? ' and more' : '')
  return {
    ...report,
    notes: [`This is “${member.name}”; the archive also has ${shown}.`, ...report.notes],
    parts: members.map((one) => ({ name: one.member.name })),
    part: member.name,
  }
}

async function openArchive(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  const { name } = file
  const { budget = fileBudget(file) } = options
  const zip = await readZip({ byteLength: file.size, slice: file.slice }, budget)
  const entries = [...zip.entries.values()].filter((entry) => !isLitter(entry))
  if (entries.length === 0) return fail('file/empty', { name })
  if (entries.every(({ isEncrypted }) => isEncrypted)) return fail('file/encrypted', { name })
  const members = await readableOf(
    zip,
    entries.filter(({ isEncrypted }) => !isEncrypted),
  )
  if (!members.ok) return members
  const chosen = choose(members.value, { ...options, budget })
  if (chosen === null) {
    const sheets = members.value.map(({ member }) => member.name)
    return fail('file/no-sheet', { name, sheet: String(options.choices?.sheet), sheets })
  }
  const { readable } = chosen
  const opened = await openMember(readable.member, readable.reader, chosen.options)
  if (!opened.ok) return opened
  const { report } = opened.value
  return ok({ ...opened.value, report: () => withParts(report(), members.value, readable) })
}

async function open(file: FileInput, options: ReadOptions): Promise<Result<OpenedFile>> {
  try {
    return await openArchive(file, options)
  } catch (error) {
    return broken(file.name, kind, error)
  }
}

const office = /^(\[content_types\]\.xml|_rels\/|xl\/|docprops\/|word\/|ppt\/|customxml\/|mimetype)/i

/** The name of the first file in an archive, which tells documents from archives. */
function firstName(head: Uint8Array): string {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length < 30 || view.getUint32(0, true) !== 0x04034b50) return ''
  return new TextDecoder().decode(head.subarray(30, 30 + view.getUint16(26, true)))
}

/** Files packed into one: the table among them is read. */
export const zip: Reader = {
  title: 'zip',
  extensions: ['zip'],
  sniff: (head) => firstName(head) !== '' && !office.test(firstName(head)),
  readsByPlaces: true,
  open,
}
