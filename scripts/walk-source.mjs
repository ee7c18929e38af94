/** The syntax of source files, and a walk through it. */
import { parseSync } from 'rolldown/utils'

/** @typedef {{ type: string, start: number } & Record<string, unknown>} Node */

/**
 * The syntax tree of a file.
 * @param {string} path its ending says whether there is JSX in it
 * @param {string} text
 */
export const syntaxOf = (path, text) => /** @type {Node} */ (/** @type {unknown} */ (parseSync(path, text).program))

/**
 * Visits a node and all that are in it, each with those above it, from the top down.
 * @param {Node} node
 * @param {readonly Node[]} above
 * @param {(node: Node, above: readonly Node[]) => void} visit
 */
export function walk(node, above, visit) {
  visit(node, above)
  const within = [...above, node]
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child, within, visit)
}

/** The last name of what is called, opened or declared. @param {unknown} value */
export function nameOf(value) {
  const node = /** @type {Node | undefined} */ (value)
  if (!node) return ''
  if (node.type === 'MemberExpression') return nameOf(node.property)
  return typeof node.name === 'string' ? node.name : ''
}

/** @param {Node} property */
export function keyOf(property) {
  const key = /** @type {Node | undefined} */ (property.key)
  return key?.type === 'Literal' ? String(key.value) : nameOf(key)
}
