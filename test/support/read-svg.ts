/** What stands in an SVG: how often each element, and every attribute's name. */
export type ReadSvg = { readonly elements: ReadonlyMap<string, number>; readonly attributes: ReadonlySet<string> }

const token = /<(\/?)([a-z][\w-]*)((?:\s+[a-zA-Z:-]+="[^"<]*")*)\s*(\/?)>|<|[^<]+/gi
const entity = /&(?!(?:amp|lt|gt|quot|#39);)/

/** Throws where a text between elements is none. */
function checkText(text: string): void {
  if (text.startsWith('<') || text.includes('>')) throw new Error(`No element: ${text.slice(0, 80)}`)
}

/** Reads an SVG strictly: throws where it is not well-formed. */
export function readSvg(svg: string): ReadSvg {
  const elements = new Map<string, number>()
  const attributes = new Set<string>()
  const open: string[] = []
  const close = (name: string): void => {
    if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
  }
  const begin = (name: string, told: string, isEmpty: boolean): void => {
    elements.set(name, (elements.get(name) ?? 0) + 1)
    for (const [, attribute = ''] of told.matchAll(/([a-zA-Z:-]+)="/g)) attributes.add(attribute)
    if (!isEmpty) open.push(name)
  }
  for (const [text, slash, name, told = '', end] of svg.matchAll(token)) {
    if (entity.test(text)) throw new Error(`A stray & in ${text.slice(0, 80)}`)
    if (name === undefined) checkText(text)
    else if (slash === '/') close(name)
    else begin(name, told, end === '/')
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} is never closed`)
  return { elements, attributes }
}
