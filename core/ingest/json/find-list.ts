import { JsonText } from './json-text.ts'

/** A list within a document, by where it stands. */
type Found = { readonly from: number; readonly to: number; readonly count: number }

/** The longest list of objects within one object, wherever it stands; null where there is none. */
function longestList(json: JsonText, depth: number): Found | null {
  if (depth > 20 || json.peek() !== '{') {
    json.skip(0)
    return null
  }
  let best: Found | null = null
  const consider = (found: Found | null): void => {
    if (found !== null && found.count > (best?.count ?? 0)) best = found
  }
  json.members(() => {
    if (json.peek() !== '[') return consider(longestList(json, depth + 1))
    const from = json.at
    let [count, objects] = [0, 0]
    json.elements(() => {
      count++
      if (json.peek() === '{') objects++
      json.skip(0)
    })
    consider(count > 0 && objects * 2 > count ? { from, to: json.at, count } : null)
  })
  return best
}

/** The records of a document that is one object: the longest list of objects in it, else the object itself. */
export function listIn(text: string): string {
  const json = new JsonText(text)
  const found = longestList(json, 0)
  if (json.peek() !== '') throw new SyntaxError(`it is no JSON at character ${json.at + 1}`)
  return found === null ? `[${text}]` : text.slice(found.from, found.to)
}
