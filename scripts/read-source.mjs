/** Reads from one TypeScript file what the rules of the house are about. */
import { parseSync, Visitor } from 'rolldown/utils'

/**
 * - imports: every import, export-from, import() and import type, with the
 *   names it takes (null: all of them)
 * - offers: what it exports of other files (null: all of it)
 * - impure: uses of the clock, the network, the process or chance
 * - environment: the lines that read process.env
 * - tables: the tables its queries name, and whether they write them
 * - declares: the tables and views that it declares
 * - texts: the strings that are written out in it
 * - boundLimits: the lines of hand-written SQL whose limit is a bound value
 * - canParse: the lines that ask URL.canParse
 * - functions: the functions that it exports, each by its name
 * - storesInside: the lines that name a store (or a web, which has one) within a transaction
 * @typedef {object} Source
 * @property {{ specifier: string, names: string[] | null, line: number }[]} imports
 * @property {{ names: string[] | null, line: number }[]} offers
 * @property {{ what: string, line: number }[]} impure
 * @property {number[]} environment
 * @property {{ table: string, line: number, writes: boolean }[]} tables
 * @property {string[]} declares
 * @property {{ text: string, line: number }[]} texts
 * @property {number[]} boundLimits
 * @property {number[]} storesInside
 * @property {number[]} canParse
 * @property {{ name: string, line: number }[]} functions
 */

/** The methods of a Kysely query that are given a table's name first. */
const TABLE_METHODS =
  /^(selectFrom|insertInto|updateTable|deleteFrom|replaceInto|mergeInto|from|using|(inner|left|right|full|cross)Join(Lateral)?)$/

const WRITES = /^(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/

const IMPURE_CALLS = ['fetch', 'setTimeout', 'setInterval', 'Date']
const IMPURE_MEMBERS = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues']

/**
 * @param {string} path its ending says whether there is JSX in it
 * @param {string} text
 * @returns {Source}
 */
export function readSource(path, text) {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be read: ${errors[0].message}`)
  const lineOf = (/** @type {{ start: number }} */ { start }) => text.slice(0, start).split('\n').length

  /** @type {Source} */
  const source = {
    imports: [],
    offers: [],
    impure: [],
    environment: [],
    tables: [],
    declares: [],
    texts: [],
    boundLimits: [],
    storesInside: [],
    canParse: [],
    functions: [],
  }
  /** @type {{ start: number, end: number }[]} */
  const transactions = []
  /** @type {{ start: number }[]} */
  const stores = []
  const lookForTx = (
    /** @type {import('rolldown/utils').ESTree.Function | import('rolldown/utils').ESTree.ArrowFunctionExpression} */ node,
  ) => {
    if (node.body && node.params.some(isTransaction)) transactions.push(node.body)
  }
  new Visitor({
    FunctionDeclaration: lookForTx,
    FunctionExpression: lookForTx,
    ArrowFunctionExpression: lookForTx,
    Identifier(node) {
      if (node.name === 'store' || node.name === 'web') stores.push(node)
    },
    ImportDeclaration(node) {
      const all = node.specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier')
      const names = node.specifiers.map((one) => (one.type === 'ImportSpecifier' ? nameOf(one.imported) : 'default'))
      source.imports.push({ specifier: node.source.value, names: all ? null : names, line: lineOf(node) })
    },
    ExportNamedDeclaration(node) {
      for (const { name, start } of functionsOf(node.declaration))
        source.functions.push({ name, line: lineOf({ start }) })
      if (!node.source) return
      const names = node.specifiers.map(({ local }) => nameOf(local))
      source.imports.push({ specifier: node.source.value, names, line: lineOf(node) })
      source.offers.push({ names: node.specifiers.map(({ exported }) => nameOf(exported)), line: lineOf(node) })
    },
    ExportAllDeclaration(node) {
      source.offers.push({ names: null, line: lineOf(node) })
      source.imports.push({ specifier: node.source.value, names: null, line: lineOf(node) })
    },
    ImportExpression(node) {
      const specifier = textOf(node.source)
      if (specifier !== null) source.imports.push({ specifier, names: null, line: lineOf(node) })
    },
    TSImportType(node) {
      const names = node.qualifier?.type === 'Identifier' ? [node.qualifier.name] : null
      source.imports.push({ specifier: node.source.value, names, line: lineOf(node) })
    },
    TSInterfaceDeclaration(node) {
      if (node.id.name !== 'Schema') return
      for (const member of node.body.body)
        if (member.type === 'TSPropertySignature' && member.key.type === 'Identifier')
          source.declares.push(member.key.name)
    },
    Literal(node) {
      const text = textOf(node)
      if (text !== null) source.texts.push({ text, line: lineOf(node) })
    },
    TemplateLiteral(node) {
      const [only] = node.quasis
      if (only && node.quasis.length === 1) source.texts.push({ text: only.value.raw, line: lineOf(node) })
    },
    NewExpression(node) {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0)
        source.impure.push({ what: 'new Date()', line: lineOf(node) })
    },
    CallExpression(node) {
      const called = IMPURE_CALLS.find((name) => isNamed(node.callee, name))
      if (called) source.impure.push({ what: `${called}()`, line: lineOf(node) })
      const method = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
      if (method.type !== 'Identifier') return
      if (method.name === 'transaction') {
        const work = node.arguments[1]
        if (work?.type === 'ArrowFunctionExpression') transactions.push(work)
      }
      // By itself where it was taken out of a query's helpers: only selectFrom is named so that nothing else is meant.
      if (!TABLE_METHODS.test(method.name) || (node.callee === method && method.name !== 'selectFrom')) return
      const [first] = node.arguments
      const listed = first?.type === 'ArrayExpression' ? first.elements : [first]
      for (const argument of listed) {
        const table = argument ? textOf(argument)?.split(' ')[0] : null
        if (table) source.tables.push({ table, line: lineOf(node), writes: WRITES.test(method.name) })
      }
    },
    MemberExpression(node) {
      if (isNamed(node.object, 'process')) {
        const name = node.property.type === 'Identifier' ? node.property.name : (textOf(node.property) ?? '')
        if (name === 'env') source.environment.push(lineOf(node))
        source.impure.push({ what: `process.${name}`, line: lineOf(node) })
      }
      const member = IMPURE_MEMBERS.find((one) => {
        const [object = '', property = ''] = one.split('.')
        return isNamed(node.object, object) && isNamed(node.property, property)
      })
      if (member) source.impure.push({ what: member, line: lineOf(node) })
      if (isNamed(node.object, 'URL') && isNamed(node.property, 'canParse')) source.canParse.push(lineOf(node))
    },
    // Hand-written SQL names its tables in text.
    TaggedTemplateExpression(node) {
      if (!isNamed(node.tag, 'sql')) return
      const words = node.quasi.quasis.map(({ value }) => value.raw).join(' ? ')
      for (const [, verb = '', table = ''] of words.matchAll(/\b(delete\s+from|from|join|into|update)\s+"?(\w+)/gi)) {
        source.tables.push({ table, line: lineOf(node), writes: /^(delete|into|update)/i.test(verb) })
      }
      for (const [i, value] of node.quasi.expressions.entries()) {
        if (!/\blimit\s+$/i.test(node.quasi.quasis[i]?.value.raw ?? '')) continue
        const callee = value.type === 'CallExpression' ? value.callee : null
        const isLiteral = callee?.type === 'MemberExpression' && isNamed(callee.property, 'lit')
        if (!isLiteral) source.boundLimits.push(lineOf(value))
      }
    },
  }).visit(program)
  const inside = stores
    .filter(({ start }) => transactions.some((one) => one.start < start && start < one.end))
    .map(lineOf)
  source.storesInside = [...new Set(inside)]
  return source
}

/**
 * @param {{ type: string, name?: unknown }} node
 * @param {string} name
 */
const isNamed = (node, name) => node.type === 'Identifier' && node.name === name

/**
 * The functions that a declaration declares.
 * @param {import('rolldown/utils').ESTree.Declaration | null} declaration
 * @returns {{ name: string, start: number }[]}
 */
function functionsOf(declaration) {
  if (declaration?.type === 'FunctionDeclaration')
    return declaration.id ? [{ name: declaration.id.name, start: declaration.id.start }] : []
  if (declaration?.type !== 'VariableDeclaration') return []
  return declaration.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
      ? [{ name: id.name, start: id.start }]
      : [],
  )
}

/** @param {import('rolldown/utils').ESTree.ModuleExportName} node */
const nameOf = (node) => (node.type === 'Literal' ? node.value : node.name)

/**
 * A string written out in the source, or null.
 * @param {{ type: string, value?: unknown }} node
 */
const textOf = (node) => (node.type === 'Literal' && typeof node.value === 'string' ? node.value : null)

/**
 * Whether a function is handed a transaction.
 * @param {import('rolldown/utils').ESTree.ParamPattern} parameter
 */
function isTransaction(parameter) {
  const type = 'typeAnnotation' in parameter ? parameter.typeAnnotation?.typeAnnotation : null
  return type?.type === 'TSTypeReference' && isNamed(type.typeName, 'Transaction')
}
