/** Column names made usable: none empty, none twice, no line breaks; with a sentence on each one changed. */
export function nameColumns(
  headers: readonly string[],
  width: number,
): { readonly names: readonly string[]; readonly notes: readonly (string | null)[] } {
  const notes: (string | null)[] = []
  const given = new Set(headers.map(tidy))
  const used = new Set<string>()
  const names = Array.from({ length: width }, (_, place) => {
    const wanted = tidy(headers[place] ?? '')
    if (wanted !== '' && !used.has(wanted)) {
      used.add(wanted)
      notes.push(null)
      return wanted
    }
    const name = freeName(
      wanted === '' ? `Column ${place + 1}` : wanted,
      wanted !== '',
      (one) => used.has(one) || given.has(one),
    )
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

function freeName(base: string, isTaken: boolean, taken: (name: string) => boolean): string {
  if (!isTaken && !taken(base)) return base
  for (let number = 2; ; number++) {
    const name = `${base} ${number}`
    if (!taken(name)) return name
  }
}
