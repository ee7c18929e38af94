/**
 * What costs more than its text is long. Regular expressions that can divide a
 * run of characters in many ways, or that begin anew at each character of a run
 * which they have just read in vain (`/\s+$/`): the finding is scslre's; a comment
 * `// linear: WHY` on the line, or above it, is a person's. And normalize(),
 * which sorts the marks on a letter, all that a stranger puts there.
 */
import { parseSync, Visitor } from 'rolldown/utils'
import { analyse } from 'scslre'

/** @typedef {{ line: number, message: string }} Found */
/** @typedef {import('rolldown/utils').ESTree.Node} Node */

const WHY = {
  Self: 'can divide a run of characters in many ways',
  Trade: 'can divide a run of characters in many ways',
  Move: 'begins anew at each character of a run that it read in vain: say what may not stand before it, (?<!…)',
}
/** The file that does so in linear time, what is below it, and what was released. */
const NORMALIZES = /^src\/(?:text\/normal-form\.ts|store\/migrations\/.*|reading\/names\/names\.ts)$/
const ADVICE =
  'the time it takes grows with the square of the text. Write it so that it can’t, or say why not: // linear: …'

/**
 * @param {string} path its ending says whether there is JSX in it
 * @param {string} text
 * @returns {Found[]}
 */
export function findSlowText(path, text) {
  const { program, comments } = parseSync(path, text)
  const lineOf = (/** @type {number} */ at) => text.slice(0, at).split('\n').length
  const explained = new Set(
    comments
      .filter(({ value }) => /^\s*linear: \S/.test(value))
      .flatMap(({ start }) => [lineOf(start), lineOf(start) + 1]),
  )
  /** @type {Map<string, Node>} */
  const constants = new Map()
  /** @type {Found[]} */
  const found = []
  /** @param {number} at @param {string} source @param {string} flags */
  const look = (at, source, flags) => {
    const line = lineOf(at)
    if (explained.has(line)) return
    const [first] = analyse({ source, flags }).reports
    if (first) found.push({ line, message: `holds an expression that ${WHY[first.type]}; ${ADVICE}` })
  }
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && init) constants.set(id.name, init)
    },
  }).visit(program)
  new Visitor({
    Literal(node) {
      if ('regex' in node) look(node.start, node.regex.pattern, node.regex.flags)
    },
    CallExpression({ callee, start }) {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      if (callee.property.name !== 'normalize' || NORMALIZES.test(path)) return
      found.push({
        line: lineOf(start),
        message:
          'calls normalize(), which takes the square of how many marks stand on one letter: normalForm of text/ does not',
      })
    },
    NewExpression({ callee, arguments: given, start }) {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
      const [source, flags] = given.map((one) => wordsOf(one, constants))
      if (typeof source === 'string') look(start, source, flags ?? '')
      else if (!explained.has(lineOf(start)))
        found.push({
          line: lineOf(start),
          message: `makes an expression of what can’t be read here, so nobody knows its cost; say why it is linear: // linear: …`,
        })
    },
  }).visit(program)
  return found
}

/**
 * The string that an expression of the source makes, as far as that can be told from the file.
 * @param {Node} node
 * @param {Map<string, Node>} constants
 * @returns {string | null}
 */
function wordsOf(node, constants) {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type === 'Identifier') {
    const value = constants.get(node.name)
    return value ? wordsOf(value, constants) : null
  }
  if (node.type !== 'TemplateLiteral') return null
  let words = ''
  for (const [i, { value }] of node.quasis.entries()) {
    const between = node.expressions[i]
    const next = between ? wordsOf(between, constants) : ''
    if (next === null) return null
    words += (value.cooked ?? '') + next
  }
  return words
}
