/** Longer texts are seldom met twice. */
const longest = 80

/**
 * A pure function of a text that remembers what it gave for the last texts. Names and values of one dataset are taken
 * apart again with every question about it.
 */
export function remembered<Value>(make: (text: string) => Value, most: number): (text: string) => Value {
  let recent = new Map<string, Value>()
  let earlier = recent
  return (text) => {
    if (text.length > longest) return make(text)
    const known = recent.get(text) ?? earlier.get(text)
    if (known !== undefined) return known
    if (recent.size >= most) {
      earlier = recent
      recent = new Map()
    }
    const made = make(text)
    recent.set(text, made)
    return made
  }
}
