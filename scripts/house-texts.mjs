/** What people read on screen and in emails stands in the message files, and nowhere else. */
import { placeOf } from './house-parts.mjs'
import { keyOf, nameOf, syntaxOf, walk } from './walk-source.mjs'

/** @typedef {import('./walk-source.mjs').Node} Node */
/** @typedef {{ line: number, message: string }} Found */

/** Parts in which words are what is worked on, or nothing is shown to people; the command line's sentences stay with their commands. */
const WITHOUT_SCREEN = ['messages', 'commands', 'reading', 'text', 'store', 'files', 'threads']

/** Words to look for in texts, those that a schema of others asks for, and what a log says. */
const WORD_LISTS = [
  /\/dates\/months\.ts$/,
  /\/worker\/facts\.ts$/,
  /-log\.ts$/,
  /^src\/conduct\/(words|read|said-to|features|lexicon.*)\.ts$/,
  /^src\/spam\/(_comments|kinds-of-words)\.ts$/,
  /\/eu-(words|schema)\.ts$/,
  /\/editor\/schema\.ts$/,
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
  /^(class|id|for|href|src|srcset|action|name|type|value|rel|role|style|d|viewBox|points|transform|content|media|sizes|allow|sandbox|autocomplete|accept|pattern|aria-(labelledby|describedby|controls|live|current|hidden)|data-.*)$/
/** Elements whose words are a program's. */
const CODE = new Set(['code', 'kbd', 'pre', 'samp', 'script', 'style'])
/** Calls whose words go to whoever looks after the machine, to the database or the document, that make keys or name a permission. */
const NOT_FOR_SCREEN =
  /^(log|logger|lookEvery|debug|info|warn|error|fatal|test|getPropertyValue|where|on|may|querySelector|querySelectorAll|matches|closest|matchMedia|prepare|exec|keyFor|hkdfSync)$/
/** The headers of an answer, and words of SQL and CSS. */
const FOR_MACHINES = /^\d{3} [A-Z]|\r\n|^[\w/+.-]+; \w+=|^public, |-src '|^is not$|^[\w.]+ as \w+$|^@media /
/** Tags of a text that is markup; the first may have begun before it, and the last end after it. */
const MARKUP = /^[^<>]*"\s*\/?>|<[?/!]?\w[^<>]*(>|$)/g

const hasLetter = (/** @type {string} */ text) => /\p{L}/u.test(text.replace(MARKUP, '').replace(/&\w+;/g, ''))
const hasTwoWords = (/** @type {string} */ text) =>
  /\p{L}[.,;:!?’”"')]* +["“‘(]?\p{L}/u.test(text.replace(MARKUP, '')) && !FOR_MACHINES.test(text)

/**
 * Codes that the types of all files name, such as `'house rule' | 'law'`.
 * @param {Map<string, string>} files the text of every file, by its path
 */
export function codesOfTypes(files) {
  /** @type {Set<string>} */
  const codes = new Set()
  for (const [path, text] of files) {
    if (placeOf(path).kind !== 'part' || !/'[\w-]+ [\w -]+'/.test(text)) continue
    walk(syntaxOf(path, text), [], (node, above) => {
      if (node.type === 'Literal' && above.at(-1)?.type === 'TSLiteralType') codes.add(String(node.value))
    })
  }
  return codes
}

/**
 * Every text of a file that people would read, written where it is used.
 * @param {string} path
 * @param {string} text
 * @param {ReadonlySet<string>} known codes of all files
 * @returns {Found[]}
 */
export function findWrittenTexts(path, text, known) {
  const place = placeOf(path)
  if (place.kind !== 'part' || place.isTest || WITHOUT_SCREEN.includes(place.part)) return []
  if (WORD_LISTS.some((list) => list.test(path))) return []
  const program = syntaxOf(path, text)
  const codes = codesOf(program)
  /** @type {Found[]} */
  const found = []
  walk(program, [], (node, above) => {
    const words = wordsOf(node)
    if (words === null || known.has(words) || codes.has(words) || !isForScreen(words, node, above)) return
    const line = text.slice(0, node.start).split('\n').length
    const shown = words.trim().replace(/\s+/g, ' ').slice(0, 60)
    found.push({ line, message: `says “${shown}” itself: texts that people read stand in src/messages/` })
  })
  return found
}

/** Codes of one file: its keys, its lists of constants, and what is `as const` by itself. @param {Node} program */
function codesOf(program) {
  /** @type {Set<string>} */
  const codes = new Set()
  walk(program, [], (node, above) => {
    if (node.type !== 'Literal' || typeof node.value !== 'string') return
    const one = /** @type {Node} */ (above.at(-1))
    const isKey =
      (one.type === 'Property' && one.key === node) || (one.type === 'MemberExpression' && one.property === node)
    const within = above.findLast(({ type }) => type !== 'ArrayExpression')
    if (isKey || within?.type === 'TSAsExpression') codes.add(node.value)
  })
  return codes
}

/** @param {Node} node */
function wordsOf(node) {
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateElement') return null
  const { cooked } = /** @type {{ cooked: string | null }} */ (node.value)
  return cooked
}

/**
 * @param {string} words
 * @param {Node} node
 * @param {readonly Node[]} above from the file down to the node's parent
 */
function isForScreen(words, node, above) {
  if (!hasLetter(words) || /^(#[\w-]*|https:\/\/)$/.test(words)) return false
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
        return hasTwoWords(words) && !isForPrograms([...above, node])
    }
  }
  return false
}

/** @param {readonly Node[]} above down to the node itself */
function isForPrograms(above) {
  return above.some((one, at) => {
    const below = above[at + 1]
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
        return below !== one.callee && (NOT_FOR_SCREEN.test(nameOf(one.callee)) || isSql(one.callee))
      case 'Property':
        return below === one.key || /^(class|kind|state|why|content-.*|aria-\w+by)$/.test(keyOf(one))
      case 'ObjectExpression':
        return isJob(one)
      case 'VariableDeclarator':
        return isCode(one, below)
      default:
        return false
    }
  })
}

/** What a job does is told in the log. @param {Node} object */
function isJob(object) {
  const names = /** @type {Node[]} */ (object.properties).map(keyOf)
  return names.includes('what') && names.includes('run')
}

/** `sql.raw(…)` @param {unknown} callee */
const isSql = (callee) => nameOf(/** @type {Node} */ (callee).object) === 'sql'

/** A constant that is a name or a selector: of one string, which begins small and ends no sentence. @param {Node} declarator @param {Node | undefined} value */
function isCode(declarator, value) {
  const isConstant = /^[A-Z][A-Z_]*$/.test(nameOf(declarator.id)) && value?.type === 'Literal'
  return isConstant && /^[^\p{Lu}].*[^.?!…]$/u.test(String(value.value))
}
