/**
 * Small faults that a person might make, each on one line: where a file's code
 * (not its types, imports or words on screen) can be changed, and into what.
 */
import { parseSync } from 'rolldown/utils'

/**
 * - start, end: what is replaced, as offsets in the text
 * - becomes: what stands there instead
 * - atTop: whether it is done where the file is loaded, and not in a function
 * @typedef {{ start: number, end: number, becomes: string, atTop: boolean }} Change
 * @typedef {Change & { path: string, line: number, before: string, after: string }} Mutant before and after: the whole line
 */

/** @type {Record<string, string>} */
const SWAPPED = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '%': '*',
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  startsWith: 'endsWith',
  asc: 'desc',
  desc: 'asc',
}
/** A query's own operators, as the second word of where() and its like. */
/** @type {Record<string, string>} */
const SWAPPED_IN_QUERIES = {
  '=': '!=',
  '!=': '=',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
}
/** Calls in a chain that narrow or tidy what they are given: without them more comes through. */
const DROPPED_FROM_CHAINS = [
  'where',
  'whereRef',
  'filter',
  'trim',
  'toLowerCase',
  'sort',
  'reverse',
  'normalize',
  'flat',
]

/**
 * All that can be changed in a file, in the order of its lines.
 * @param {string} path its ending says whether there is JSX in it
 * @param {string} text
 * @returns {Mutant[]}
 */
export function mutantsOf(path, text) {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  /** @type {Change[]} */
  const changes = []
  visit(program, true, (node, atTop) => {
    for (const change of changesOf(node, text)) changes.push({ ...change, atTop })
  })
  const mutants = changes
    .filter(({ start, end, becomes }) => !text.slice(start, end).includes('\n') && text.slice(start, end) !== becomes)
    .map((change) => mutant(path, text, change))
  return mutants.sort((a, b) => a.start - b.start)
}

/**
 * @param {string} path
 * @param {string} text
 * @param {Change} change
 * @returns {Mutant}
 */
export function mutant(path, text, change) {
  const from = text.lastIndexOf('\n', change.start - 1) + 1
  const found = text.indexOf('\n', change.end)
  const to = found < 0 ? text.length : found
  return {
    ...change,
    path,
    line: text.slice(0, change.start).split('\n').length,
    before: text.slice(from, to).trim(),
    after: `${text.slice(from, change.start)}${change.becomes}${text.slice(change.end, to)}`.trim(),
  }
}

/**
 * The text with the fault in it.
 * @param {string} text
 * @param {Replacement} change
 */
export const applied = (text, { start, end, becomes }) => text.slice(0, start) + becomes + text.slice(end)

/** @typedef {{ type: string, start: number, end: number, [key: string]: any }} Node */
/** @typedef {Omit<Change, 'atTop'>} Replacement */

/**
 * Every node that says what happens; types, imports and the words of errors do not.
 * @param {Node} node
 * @param {boolean} atTop
 * @param {(node: Node, atTop: boolean) => void} see
 */
function visit(node, atTop, see) {
  if (/^(Import|ExportAll)/.test(node.type) || node.type === 'ThrowStatement') return
  if (node.type.startsWith('TS')) {
    if (node.expression?.type) visit(node.expression, atTop, see)
    return
  }
  see(node, atTop)
  const inside = atTop && !/Function/.test(node.type)
  for (const [key, value] of Object.entries(node)) {
    if (key === 'type' || !value || typeof value !== 'object') continue
    for (const child of Array.isArray(value) ? value : [value]) if (child?.type) visit(child, inside, see)
  }
}

/**
 * @param {Node} node
 * @param {string} text
 * @returns {Replacement[]}
 */
function changesOf(node, text) {
  const { start, end } = node
  switch (node.type) {
    case 'BinaryExpression':
      // A sum of words is no sum.
      if (node.operator === '+' && [node.left, node.right].some(isText)) return []
      return swap(between(text, node.left.end, node.right.start, node.operator))
    case 'LogicalExpression':
      return swap(between(text, node.left.end, node.right.start, node.operator))
    case 'UnaryExpression':
      return node.operator === '!' ? [{ start, end: node.argument.start, becomes: '' }] : []
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
      return (node.type === 'WhileStatement' ? ['false'] : ['true', 'false']).map((becomes) => ({
        start: node.test.start,
        end: node.test.end,
        becomes,
      }))
    case 'ReturnStatement':
      return node.argument ? [] : [{ start, end, becomes: '' }]
    case 'ExpressionStatement':
      return isCall(node.expression) ? [{ start, end, becomes: ';' }] : []
    case 'Literal':
      if (typeof node.value === 'number') return [{ start, end, becomes: otherNumber(node.value) }]
      return typeof node.value === 'boolean' ? [{ start, end, becomes: String(!node.value) }] : []
    case 'CallExpression':
      return changesOfCall(node, text)
    default:
      return []
  }
}

/**
 * @param {Node} node
 * @param {string} text
 * @returns {Replacement[]}
 */
function changesOfCall({ callee, arguments: given, end }, text) {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return []
  const { name, start: from, end: to } = callee.property
  /** @type {Replacement[]} */
  const changes = swap({ start: from, end: to, operator: name })
  if (DROPPED_FROM_CHAINS.includes(name)) changes.push({ start: callee.object.end, end, becomes: '' })
  for (const [index, argument] of given.entries()) {
    if (argument.type !== 'Literal' || typeof argument.value !== 'string') continue
    const inside = { start: argument.start + 1, end: argument.end - 1, operator: argument.value }
    if (name === 'orderBy' && index === 1) changes.push(...swap(inside))
    if (index === 1 && given.length === 3) changes.push(...swap(inside, SWAPPED_IN_QUERIES))
  }
  // What is ordered the usual way round is not said to be.
  if (name === 'orderBy' && given.length === 1) changes.push({ start: end - 1, end, becomes: ", 'desc')" })
  return changes.filter((change) => !text.slice(change.start, change.end).includes('\n') || change.becomes === '')
}

/**
 * @param {{ start: number, end: number, operator: string } | null} place
 * @param {Record<string, string>} table
 * @returns {Replacement[]}
 */
function swap(place, table = SWAPPED) {
  const becomes = place && Object.hasOwn(table, place.operator) ? table[place.operator] : undefined
  return place && becomes !== undefined ? [{ start: place.start, end: place.end, becomes }] : []
}

/**
 * Where an operator stands between two operands; null where a comment there makes it unclear.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {string} operator
 */
function between(text, from, to, operator) {
  const gap = text.slice(from, to)
  if (gap.replace(/[\s()]/g, '') !== operator) return null
  const start = from + gap.indexOf(operator)
  return { start, end: start + operator.length, operator }
}

/** @param {number} value */
function otherNumber(value) {
  if (value === 0) return '1'
  if (value === 1) return '0'
  // An HTTP status stays one.
  if (value >= 400 && value < 500) return value === 404 ? '403' : '404'
  if (!Number.isInteger(value)) return String(Number((value / 7).toPrecision(3)))
  return String(value < 10 ? value + 1 : Math.round(value / 7))
}

/** @param {Node} node */
const isText = (node) => node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')

/** @param {Node} node @returns {boolean} */
const isCall = (node) => node.type === 'CallExpression' || (node.type === 'AwaitExpression' && isCall(node.argument))
