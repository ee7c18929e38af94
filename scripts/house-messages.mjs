/** Messages that nobody says. */
import { placeOf } from './house-parts.mjs'
import { keyOf, nameOf, syntaxOf, walk } from './walk-source.mjs'

/** @typedef {import('./walk-source.mjs').Node} Node */

/**
 * Every message that no file takes by its name. Messages are the properties of the
 * objects that src/messages/en/ exports; they are taken as properties, never apart.
 * @param {Map<string, string>} files the text of every file, by its path
 * @returns {{ path: string, line: number, message: string }[]}
 */
export function findUnusedMessages(files) {
  const taken = takenMessages(files)
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('src/messages/en/')) return []
    return messagesOf(path, text).flatMap(({ object, key, start }) => {
      const line = text.slice(0, start).split('\n').length
      const message = `has ${object}.${key}, which nobody says`
      return taken.get(object)?.has(key) ? [] : [{ path, line, message }]
    })
  })
}

/** The keys that are taken of each object. @param {Map<string, string>} files */
function takenMessages(files) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map()
  for (const [path, text] of files) {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest || !text.includes('Messages')) continue
    /** @type {Map<string, string>} */
    const names = new Map()
    walk(syntaxOf(path, text), [], (node) => {
      if (node.type === 'ImportSpecifier') names.set(nameOf(node.local), nameOf(node.imported))
      if (node.type !== 'MemberExpression') return
      const object = names.get(nameOf(node.object))
      if (!object?.endsWith('Messages')) return
      const key = /** @type {Node} */ (node.property)
      taken.set(object, (taken.get(object) ?? new Set()).add(key.type === 'Literal' ? String(key.value) : nameOf(key)))
    })
  }
  return taken
}

/** @param {string} path @param {string} text */
function messagesOf(path, text) {
  /** @type {{ object: string, key: string, start: number }[]} */
  const found = []
  walk(syntaxOf(path, text), [], (node, above) => {
    const [declarator, object] = [above.at(-2), above.at(-1)]
    if (node.type !== 'Property' || object?.type !== 'ObjectExpression' || declarator?.type !== 'VariableDeclarator')
      return
    const name = nameOf(declarator.id)
    if (name.endsWith('Messages')) found.push({ object: name, key: keyOf(node), start: node.start })
  })
  return found
}
