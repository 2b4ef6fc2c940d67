/** Column names made usable: none empty, none twice, no line breaks; with a sentence on each one changed. */
export function nameColumns(
  headers: readonly string[],
  width: number,
): { readonly names: readonly string[]; readonly notes: readonly (string | null)[] } {
  const notes: (string | null)[] = []
  const given = new Set(headers.map(tidy))
  const used = new Set<string>()
  const tried = new Map<string, number>()
  const names = Array.from({ length: width }, (_, place) => {
    const wanted = tidy(headers[place] ?? '')
    if (wanted !== '' && !used.has(wanted)) {
      used.add(wanted)
      notes.push(null)
      return wanted
    }
    const base = wanted === '' ? `Column ${place + 1}` : wanted
    const name = freeName(base, wanted !== '', { tried, isTaken: (one) => used.has(one) || given.has(one) })
    notes.push(
      wanted === ''
        ? `Column ${place + 1} had no name and is called “${name}”.`
        : `“${wanted}” stood twice in the header; column ${place + 1} is called “${name}”.`,
    )
    used.add(name)
    return name
  })
  return { names, notes }
}

const longestName = 200

const tidy = (header: string): string => header.replaceAll(/\s+/g, ' ').trim().slice(0, longestName)

type Taken = {
  /** The last number that was given to each name that stood more than once. */
  readonly tried: Map<string, number>
  readonly isTaken: (name: string) => boolean
}

function freeName(base: string, isRepeated: boolean, { tried, isTaken }: Taken): string {
  if (!isRepeated && !isTaken(base)) return base
  for (let number = (tried.get(base) ?? 1) + 1; ; number++) {
    const name = `${base} ${number}`
    if (isTaken(name)) continue
    tried.set(base, number)
    return name
  }
}
