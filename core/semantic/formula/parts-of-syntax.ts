import type { Syntax } from './syntax.ts'

/** Child nodes in source order. */
export function partsOfSyntax(node: Syntax): readonly Syntax[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return []
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'isNull':
      return [node.value]
    case 'in':
      return [node.value, ...node.options]
    case 'between':
      return [node.value, node.low, node.high]
    case 'case':
      return [...node.branches.flatMap(({ when, gives }) => [when, gives]), ...(node.otherwise ? [node.otherwise] : [])]
    case 'call':
      return [...node.arguments, ...(node.where ? [node.where] : [])]
  }
}

/** The node with its children replaced. */
export function mapParts(node: Syntax, map: (part: Syntax) => Syntax): Syntax {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return node
    case 'unary':
      return { ...node, operand: map(node.operand) }
    case 'binary':
      return { ...node, left: map(node.left), right: map(node.right) }
    case 'isNull':
      return { ...node, value: map(node.value) }
    case 'in':
      return { ...node, value: map(node.value), options: node.options.map(map) }
    case 'between':
      return { ...node, value: map(node.value), low: map(node.low), high: map(node.high) }
    case 'case': {
      const branches = node.branches.map(({ when, gives }) => ({ when: map(when), gives: map(gives) }))
      return { ...node, branches, otherwise: node.otherwise && map(node.otherwise) }
    }
    case 'call':
      return { ...node, arguments: node.arguments.map(map), where: node.where && map(node.where) }
  }
}
