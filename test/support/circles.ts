type Edges = ReadonlyMap<string, readonly string[]>

/** Without the nodes that lead nowhere, and those that only lead there, and so on: what is left goes in circles. */
function pruned(edges: Edges): Edges {
  const kept = new Map([...edges].map(([node, ends]) => [node, ends.filter((end) => edges.has(end))] as const))
  const rest = new Map([...kept].filter(([, ends]) => ends.length > 0))
  return rest.size === edges.size ? rest : pruned(rest)
}

function reached(edges: Edges, from: string): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(edges.get(from) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(edges.get(next) ?? []))
  }
  return seen
}

/** Groups of nodes that reach each other along edges, each in order: the strongly connected components of two or more. */
export function circlesIn(all: Edges): string[][] {
  const edges = pruned(all)
  const from = new Map([...edges.keys()].map((node) => [node, reached(edges, node)]))
  const circles = [...edges.keys()].map((node) =>
    [...edges.keys()].filter((other) => from.get(node)?.has(other) && from.get(other)?.has(node)).sort(),
  )
  return [...new Map(circles.filter(({ length }) => length > 1).map((circle) => [circle.join(), circle])).values()]
}
