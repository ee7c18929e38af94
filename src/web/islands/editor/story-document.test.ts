/** A story as the editor's document and back; and ids, which survive whatever is done to the words. */
import fc from 'fast-check'
import { chainCommands, deleteSelection, joinBackward, joinForward, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { type Node, Slice } from 'prosemirror-model'
import { type Command, EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, tableEditing } from 'prosemirror-tables'
import { describe, expect, test } from 'vitest'
import { applySteps, stepsBetween } from '../../../steps/index.ts'
import { type Block, contentSchema, emptyContent, type Mark } from '../../../story/index.ts'
import { applyToDoc } from './apply-steps.ts'
import { backAtStart, deleteAtEnd, leaveByEmptyLine, leaveLine, splitLine } from './enter.ts'
import { docToBlocks } from './from-doc.ts'
import { idPlugin, idsOfFirst } from './ids.ts'
import { boxOf, emptyTable, figureOf, insertBlock, moveBlock, removeBlock } from './inserts.ts'
import { linesToNodes } from './paste/paste-lines.ts'
import { textToLines } from './paste/paste-text.ts'
import { hasId, schema } from './schema.ts'
import { blocksToDoc } from './to-doc.ts'
import { type Kind, turnInto } from './turn-into.ts'

const WORDS = ['the', 'ferry', 'sails', 'at', 'nine', 'كتاب', '🛳️', 'Õ', 'no', '42', '*', '/', '>', 'two\nlines']
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => words.join(' '))

/** Marks as the story keeps them: around words, those of one kind apart, outer ones first. */
const words = fc
  .record({ words: fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.nat(7)), { minLength: 1, maxLength: 7 }) })
  .map(({ words }) => {
    const marks: Mark[] = []
    let at = 0
    for (const [word, set] of words) {
      const range = { from: at, to: at + word.length }
      if (set & 4) marks.push({ type: 'link', href: `https://example.org/${at}`, ...range })
      if (set & 1) marks.push({ type: 'strong', ...range })
      if (set & 2) marks.push({ type: 'emphasis', ...range })
      at += word.length + 1
    }
    const line = words.map(([word]) => word).join(' ')
    return marks.length > 0 ? { text: line, marks } : { text: line }
  })

const picture = fc.record({
  src: fc.constantFrom('/pictures/01hzzzzzzzzzzzzzzzzzzzzzzz', 'https://example.org/a.jpg'),
  alt: text,
  caption: text,
  credit: text,
  rights: fc.constant(''),
})

type Drawn = Omit<Block, 'id'>
const paragraph = words.map((line) => ({ type: 'paragraph', ...line }))
const list = fc
  .record({ ordered: fc.boolean(), items: fc.array(words, { minLength: 1, maxLength: 4 }) })
  .map((one) => ({ type: 'list', ...one }))
const block: fc.Arbitrary<Drawn> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  words.chain((line) => fc.constantFrom(2, 3).map((level) => ({ type: 'heading', level, ...line }))),
  words.map((line) => ({ type: 'note', ...line })),
  fc
    .record({ paragraphs: fc.array(words, { minLength: 1, maxLength: 3 }), credit: fc.oneof(text, fc.constant('')) })
    .map((one) => ({ type: 'quote', ...one })),
  list,
  picture.map((one) => ({ type: 'figure', picture: one })),
  picture.map((one) => ({ type: 'figure', picture: { ...one, alt: '', decorative: true } })),
  text.map((title) => ({ type: 'embed', url: 'https://example.org/v', title })),
  text.map((title) => ({ type: 'file', src: '/files/01hzzzzzzzzzzzzzzzzzzzzzzz', title })),
  fc
    .record({ pictures: fc.array(picture, { minLength: 2, maxLength: 3 }), caption: text })
    .map((one) => ({ type: 'gallery', ...one })),
  fc
    .record({ rows: fc.nat(2), columns: fc.nat(2), caption: text, cell: words, headerRow: fc.boolean() })
    .map(({ rows, columns, caption, cell, headerRow }) => ({
      ...{ type: 'table', caption, headerRow, headerColumn: !headerRow },
      rows: Array.from({ length: rows + 1 }, () => ({ cells: Array.from({ length: columns + 1 }, () => cell) })),
    })),
  fc
    .record({ title: text, blocks: fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }) })
    .map((one) => ({ type: 'box', ...one })),
) as fc.Arbitrary<Drawn>

/** Gives every block and part an id of its own. */
function withIds(blocks: readonly Drawn[]): Block[] {
  let next = 0
  const number = (value: object): object => ({ id: `b${next++}`, ...value })
  return blocks.map((one) => {
    const parts = one as Record<string, unknown>
    const inside = (['paragraphs', 'items', 'pictures', 'rows', 'blocks'] as const)
      .filter((key) => Array.isArray(parts[key]))
      .map((key) => [
        key,
        (parts[key] as (object & { items?: object[] })[]).map((part) =>
          number(part.items ? { ...part, items: part.items.map(number) } : part),
        ),
      ])
    return number({ ...parts, ...Object.fromEntries(inside) }) as Block
  })
}
const body = fc.array(block, { minLength: 1, maxLength: 8 }).map(withIds)

const idsOf = (doc: Node): (string | null)[] => {
  const ids: (string | null)[] = []
  doc.descendants((node) => {
    if (hasId(node)) ids.push(node.attrs.id)
  })
  return ids
}

const stateOf = (doc: Node): EditorState => {
  const state = EditorState.create({ doc, plugins: [history({ newGroupDelay: 0 }), tableEditing(), idPlugin()] })
  const ids = idsOfFirst(state)
  return ids ? state.apply(ids) : state
}

describe('a story as the editor’s document', () => {
  test('comes back as it was, with every kind of block, mark and id', () => {
    fc.assert(
      fc.property(body, (blocks) => {
        expect(contentSchema.safeParse({ ...emptyContent, body: blocks }).error).toBeUndefined()
        const doc = blocksToDoc(blocks)
        doc.check()
        expect(docToBlocks(doc)).toEqual(blocks)
      }),
    )
  })

  test('is a paragraph to write in where there is no block; lines in which nothing stands make none', () => {
    const doc = blocksToDoc([])
    expect([doc.childCount, docToBlocks(doc)]).toEqual([1, []])
  })

  test('steps of others make of it what they make of the story', () => {
    fc.assert(
      fc.property(body, body, fc.integer(), (before, other, seed) => {
        // Some blocks stay, some change, some go, some come, and some change places.
        const after = [
          ...before.filter((_, index) => (seed >> index) & 1),
          ...other.map((one, index) => ({ ...one, id: (seed >> (index + 9)) & 1 ? `n${index}` : `b${index}` })),
        ].filter((one, index, all) => all.findIndex(({ id }) => id === one.id) === index) as Block[]
        const steps = stepsBetween({ ...emptyContent, body: before }, { ...emptyContent, body: after })
        const state = EditorState.create({ doc: blocksToDoc(before) })
        const doc = state.apply(applyToDoc(state, steps)).doc
        doc.check()
        expect(docToBlocks(doc)).toEqual(applySteps({ ...emptyContent, body: before }, steps).body)
      }),
    )
  })
})

/** What an editor does, at a place between 0 and 1. */
type Edit = { does: keyof typeof DOES; at: number; to: number; words: string }

const run = (command: Command) => (state: EditorState) => {
  let made: Transaction | null = null
  command(state, (tr) => {
    made ??= tr
  })
  return made
}

const KINDS: Kind[] = ['paragraph', 'heading 2', 'heading 3', 'quote', 'bullets', 'numbers', 'note']

const DOES = {
  type: (state: EditorState, { words: typed }: Edit) =>
    state.selection.$from.parent.isTextblock ? state.tr.insertText(typed) : null,
  split: run(chainCommands(leaveLine, leaveByEmptyLine, splitLine)),
  join: run(chainCommands(deleteSelection, backAtStart, joinBackward)),
  joinForward: run(chainCommands(deleteSelection, deleteAtEnd, joinForward)),
  cut: run(deleteSelection),
  mark: run(toggleMark(schema.marks.strong)),
  turn: (state: EditorState, { words: typed }: Edit) =>
    run(turnInto(KINDS[typed.length % KINDS.length] as Kind))(state),
  up: run(moveBlock(-1)),
  down: run(moveBlock(1)),
  remove: run(removeBlock),
  paste: (state: EditorState, { words: typed }: Edit) => {
    const nodes = linesToNodes(textToLines(`${typed}\n\n## ${typed}\n\n- ${typed}\n- x\n\n${typed}`))
    return state.tr.replaceSelection(
      new Slice(
        blocksToDoc([])
          .content.cut(0, 0)
          .append(schema.node('doc', null, nodes).content),
        1,
        1,
      ),
    )
  },
  // What was copied within the editor comes back with its ids.
  copy: (state: EditorState) => {
    const { doc, selection } = state
    return state.tr.insert(selection.$from.depth === 0 ? selection.from : selection.$from.before(1), doc.content)
  },
  picture: (state: EditorState) => insertBlock(state, figureOf({ src: '/pictures/x', alt: '', caption: 'A' })),
  table: (state: EditorState) => insertBlock(state, emptyTable(2, 2)),
  box: (state: EditorState) => insertBlock(state, boxOf()),
  row: run(addRowAfter),
  column: run(addColumnAfter),
  deleteRow: run(deleteRow),
  deleteColumn: run(deleteColumn),
  undo: run(undo),
  redo: run(redo),
}

const edit: fc.Arbitrary<Edit> = fc.record({
  does: fc.constantFrom(...(Object.keys(DOES) as (keyof typeof DOES)[])),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  words: text,
})

/** The state after an edit where the cursor was put, or the same where it does nothing there. */
function after(state: EditorState, one: Edit): { before: EditorState; state: EditorState; tr: Transaction | null } {
  const place = (share: number) => state.doc.resolve(Math.floor(share * state.doc.content.size))
  const [$from, $to] = [place(one.at), place(one.words.length % 3 === 0 ? one.to : one.at)]
  const isUndo = one.does === 'undo' || one.does === 'redo'
  const before = isUndo
    ? state
    : state.apply(
        state.tr.setSelection($from.pos === $to.pos ? Selection.near($from) : TextSelection.between($from, $to)),
      )
  const tr = DOES[one.does](before, one)
  return { before, state: tr ? before.apply(tr) : before, tr }
}

describe('ids', () => {
  test('stand once each after any edits, and what was not touched keeps its own', () => {
    fc.assert(
      fc.property(body, fc.array(edit, { minLength: 1, maxLength: 20 }), (blocks, edits) => {
        let state = stateOf(blocksToDoc(blocks))
        for (const one of edits) {
          if (state.doc.content.size > 20_000) return
          const done = after(state, one)
          state = done.state
          state.doc.check()
          const ids = idsOf(state.doc)
          expect(ids).not.toContain(null)
          expect(new Set(ids).size).toBe(ids.length)
          expectUntouchedKept(done)
        }
        // What is sent to the server is a story, whatever was done.
        expect(contentSchema.safeParse({ ...emptyContent, body: docToBlocks(state.doc) }).error).toBeUndefined()
      }),
      { numRuns: 80 },
    )
  })

  test('the first half of a split keeps it; split before its first word, the words do', () => {
    const doc = blocksToDoc(withIds([{ type: 'paragraph', text: 'One two' } as Drawn]))
    const split = (at: number) => {
      const state = stateOf(doc)
      const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
      return docToBlocks(placed.apply(run(splitLine)(placed) as unknown as Transaction).doc)
    }
    const [first, second] = split(4)
    expect(first).toEqual({ id: 'b0', type: 'paragraph', text: 'One' })
    expect(second?.id).toMatch(/^[a-z0-9]{8}$/)
    expect(split(1)).toEqual([{ id: 'b0', type: 'paragraph', text: 'One two' }])
  })

  test('a copy before its original gets new ones', () => {
    const blocks = withIds([
      { type: 'paragraph', text: 'One' } as Drawn,
      { type: 'list', ordered: false, items: [{ text: 'x' }] } as Drawn,
    ])
    const state = stateOf(blocksToDoc(blocks))
    const copied = state.apply(state.tr.insert(0, state.doc.content))
    expect(docToBlocks(copied.doc).slice(2)).toEqual(blocks)
  })
})

/** Blocks that no step came near are there as they were, with their ids. */
function expectUntouchedKept({
  before,
  state,
  tr,
}: {
  before: EditorState
  state: EditorState
  tr: Transaction | null
}) {
  if (!tr) return
  const ranges: [number, number][] = []
  tr.mapping.maps.forEach((map, index) => {
    const back = tr.mapping.slice(0, index).invert()
    map.forEach((from, to) => {
      ranges.push([back.map(from, -1), back.map(to, 1)])
    })
    // A mark moves nothing, and changes its words.
    const { from, to } = tr.steps[index] as { from?: number; to?: number }
    if (from !== undefined && to !== undefined) ranges.push([back.map(from, -1), back.map(to, 1)])
  })
  const now = new Map<string, Node>()
  state.doc.forEach((node) => {
    now.set(node.attrs.id, node)
  })
  before.doc.forEach((node, pos) => {
    const end = pos + node.nodeSize
    if (ranges.some(([from, to]) => from < end && to > pos)) return
    expect(now.get(node.attrs.id)?.toJSON()).toEqual(node.toJSON())
  })
}
