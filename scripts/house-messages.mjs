/** What people read on screen and in emails stands in the message files, and nowhere else. */
import { parseSync } from 'rolldown/utils'
import { placeOf } from './house-parts.mjs'

/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ line: number, message: string }} Found */
/** @typedef {{ type: string, start: number } & Record<string, unknown>} Node */

/** Parts in which words are what is worked on, or nothing is shown to people; the command line's sentences stay with their commands. */
const WITHOUT_SCREEN = ['messages', 'commands', 'reading', 'text', 'store']

/** Lists of words to look for in texts, which nobody is shown. */
const WORD_LISTS = [
  /^src\/conduct\/(words|read|said-to|lexicon.*)\.ts$/,
  /^src\/spam\/_comments\.ts$/,
  /^src\/exchange\/dates\/months\.ts$/,
  /\/addresses\.ts$/,
  /\/tables\.ts$/,
]

/** Attributes whose words a reader sees or hears, whatever they are made of. */
const SHOWN = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'label',
  'placeholder',
  'title',
])
/** Attributes that hold names, addresses and numbers. */
const NOT_SHOWN =
  /^(class|id|for|href|src|action|name|type|value|rel|role|style|d|viewBox|points|transform|content|media|sizes|allow|sandbox|autocomplete|accept|pattern|aria-(labelledby|describedby|controls|live|current|hidden)|data-.*)$/
/** Elements whose words are a program's. */
const CODE = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style'])
/** Calls whose words go to whoever looks after the machine, to the database or the document, or name a permission. */
const NOT_FOR_SCREEN =
  /^(log|logger|debug|info|warn|error|fatal|test|getPropertyValue|querySelector|querySelectorAll|matches|closest|matchMedia|prepare|exec|where|may)$/
/** Such as "text/plain; charset=utf-8". */
const HEADER_VALUE = /^[\w/-]+; \w+=/

const hasLetter = (/** @type {string} */ text) => /\p{L}/u.test(text.replace(/&\w+;/g, ''))
const hasTwoWords = (/** @type {string} */ text) => /\p{L}[.,;:!?’”"')]* +["“‘(]?\p{L}/u.test(text)

/** Beginnings of the paths whose texts have moved. */
const MOVED = [
  'src/archive/',
  'src/desk/',
  'src/exchange/',
  'src/moderation/filters/',
  'src/pictures/',
  'src/story/',
  'src/web/newsroom/reading/',
  'src/web/newsroom/rules/',
  'src/web/newsroom/settings/work-',
  'src/web/newsroom/stories/',
]

/**
 * Every text of a file that people would read, written where it is used.
 * @param {string} path
 * @param {string} text
 * @returns {Found[]}
 */
export function findWrittenTexts(path, text) {
  const place = placeOf(path)
  if (place.kind !== 'part' || place.isTest || WITHOUT_SCREEN.includes(place.part)) return []
  if (!MOVED.some((one) => path.startsWith(one)) || WORD_LISTS.some((list) => list.test(path))) return []
  const { program } = parseSync(path, text)
  /** @type {Found[]} */
  const found = []
  walk(/** @type {Node} */ (/** @type {unknown} */ (program)), [], (node, above) => {
    const words = wordsOf(node)
    if (words === null || !isForScreen(words, node, above)) return
    const line = text.slice(0, node.start).split('\n').length
    const shown = words.trim().replace(/\s+/g, ' ').slice(0, 60)
    found.push({ line, message: `says “${shown}” itself: texts that people read stand in src/messages/` })
  })
  return found
}

/**
 * Every message that no file takes by its name. Messages are the properties of the
 * objects that src/messages/en/ exports; they are taken as properties, never apart.
 * @param {Map<string, string>} files the text of every file, by its path
 * @returns {{ path: string, line: number, message: string }[]}
 */
export function findUnusedMessages(files) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map()
  for (const [path, text] of files) {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest || !text.includes('Messages')) continue
    /** @type {Map<string, string>} */
    const names = new Map()
    walk(/** @type {Node} */ (/** @type {unknown} */ (parseSync(path, text).program)), [], (node) => {
      if (node.type === 'ImportSpecifier') names.set(nameOf(node.local), nameOf(node.imported))
      if (node.type !== 'MemberExpression') return
      const object = names.get(nameOf(node.object))
      if (!object?.endsWith('Messages')) return
      const key = /** @type {Node} */ (node.property)
      taken.set(object, (taken.get(object) ?? new Set()).add(key.type === 'Literal' ? String(key.value) : nameOf(key)))
    })
  }
  return [...files].flatMap(([path, text]) => {
    if (!path.startsWith('src/messages/en/')) return []
    return messagesOf(path, text).flatMap(({ object, key, start }) => {
      const line = text.slice(0, start).split('\n').length
      const message = `has ${object}.${key}, which nobody says`
      return taken.get(object)?.has(key) ? [] : [{ path, line, message }]
    })
  })
}

/** @param {string} path @param {string} text */
function messagesOf(path, text) {
  /** @type {{ object: string, key: string, start: number }[]} */
  const found = []
  walk(/** @type {Node} */ (/** @type {unknown} */ (parseSync(path, text).program)), [], (node, above) => {
    const [declarator, object] = [above.at(-2), above.at(-1)]
    if (node.type !== 'Property' || object?.type !== 'ObjectExpression' || declarator?.type !== 'VariableDeclarator')
      return
    const key = /** @type {Node} */ (node.key)
    const name = key.type === 'Literal' ? String(key.value) : nameOf(key)
    if (nameOf(declarator.id).endsWith('Messages'))
      found.push({ object: nameOf(declarator.id), key: name, start: node.start })
  })
  return found
}

/** @param {Node} node */
function wordsOf(node) {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateElement') return null
  const { raw } = /** @type {{ raw: string }} */ (node.value)
  return raw
}

/**
 * @param {string} words
 * @param {Node} node
 * @param {readonly Node[]} above from the file down to the node's parent
 */
function isForScreen(words, node, above) {
  if (!hasLetter(words)) return false
  for (let at = above.length - 1; at >= 0; at--) {
    const one = /** @type {Node} */ (above[at])
    const below = above[at + 1] ?? node
    switch (one.type) {
      case 'JSXElement':
        if (CODE.has(nameOf(/** @type {Node} */ (one.openingElement).name))) return false
        return below.type !== 'JSXOpeningElement'
      case 'JSXFragment':
        return true
      case 'JSXAttribute': {
        const name = nameOf(one.name)
        return SHOWN.has(name) || (!NOT_SHOWN.test(name) && hasTwoWords(words))
      }
      case 'ConditionalExpression':
        if (one.test === below) return false
        break
      case 'JSXExpressionContainer':
      case 'LogicalExpression':
      case 'TemplateLiteral':
      case 'JSXOpeningElement':
        break
      default:
        return (
          hasTwoWords(words) &&
          !/^[\w.]+ as \w+$/.test(words) &&
          !HEADER_VALUE.test(words) &&
          !isForPrograms(above, node)
        )
    }
  }
  return false
}

/** @param {readonly Node[]} above @param {Node} node */
function isForPrograms(above, node) {
  return above.some((one, at) => {
    const below = above[at + 1] ?? node
    switch (one.type) {
      case 'ThrowStatement':
      case 'ImportDeclaration':
      case 'TSLiteralType':
        return true
      case 'NewExpression':
        return /Error$|^RegExp$/.test(nameOf(one.callee))
      case 'TaggedTemplateExpression':
        return nameOf(one.tag) === 'sql'
      case 'BinaryExpression':
        return /^[!=]==?$/.test(String(one.operator))
      case 'MemberExpression':
        return below === one.object && nameOf(one.property) === 'split'
      case 'CallExpression':
        return below !== one.callee && NOT_FOR_SCREEN.test(nameOf(one.callee))
      case 'Property':
        return below === one.key || isJobsWhat(one, above[at - 1]) || /^aria-\w+by$/.test(keyOf(one))
      case 'VariableDeclarator':
        return isCode(one, below)
      default:
        return false
    }
  })
}

/** What a job does, as it stands in the log of the machine. @param {Node} property @param {Node | undefined} object */
function isJobsWhat(property, object) {
  const properties = /** @type {Node[]} */ (object?.type === 'ObjectExpression' ? object.properties : [])
  return keyOf(property) === 'what' && properties.some((one) => keyOf(one) === 'run')
}

/** A constant that is a name or a selector: of one string, which begins small and ends no sentence. @param {Node} declarator @param {Node | undefined} value */
function isCode(declarator, value) {
  const isConstant = /^[A-Z][A-Z_]*$/.test(nameOf(declarator.id)) && value?.type === 'Literal'
  return isConstant && /^[^\p{Lu}].*[^.?!…]$/u.test(String(value.value))
}

/** @param {Node} property */
function keyOf(property) {
  const key = /** @type {Node | undefined} */ (property.key)
  return key?.type === 'Literal' ? String(key.value) : nameOf(key)
}

/** The last name of what is called or opened. @param {unknown} value */
function nameOf(value) {
  const node = /** @type {Node | undefined} */ (value)
  if (!node) return ''
  if (node.type === 'MemberExpression') return nameOf(node.property)
  return typeof node.name === 'string' ? node.name : ''
}

/**
 * @param {Node} node
 * @param {readonly Node[]} above
 * @param {(node: Node, above: readonly Node[]) => void} visit
 */
function walk(node, above, visit) {
  visit(node, above)
  const within = [...above, node]
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof child.type === 'string') walk(child, within, visit)
}
