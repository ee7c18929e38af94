#!/bin/sh
# prosemirror-commands 1.7.2: Enter does nothing at the end of the last paragraph
# of a block whose content is `said+ speaker`, a quotation of several paragraphs
# with its source under it (or lines of a poem and their author, and the like).
# The schema allows another paragraph there, canSplit says so, and in the middle
# of the paragraph Enter works. splitBlock (what Enter is bound to by
# baseKeymap) asks which block may follow, is told of the source first, finds
# that the quotation can't have two sources, and then tries the same once more
# instead of the paragraph's own type. An editor needs a command of its own
# before it.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund prosemirror-model@1.25.13 prosemirror-state@1.4.4 \
  prosemirror-transform@1.12.7 prosemirror-commands@1.7.2
cat >look.mjs <<'JS'
import { splitBlock } from 'prosemirror-commands'
import { Schema } from 'prosemirror-model'
import { EditorState, TextSelection } from 'prosemirror-state'
import { canSplit } from 'prosemirror-transform'

const schema = new Schema({
  nodes: {
    doc: { content: 'quotation+' },
    quotation: { content: 'said+ speaker' },
    said: { content: 'text*' },
    speaker: { content: 'text*' },
    text: {},
  },
})
const { said, speaker } = schema.nodes
const quotation = schema.node('quotation', null, [
  said.create(null, schema.text('The bridge stays open.')),
  speaker.create(null, schema.text('Edda Moor, engineer')),
])
const doc = schema.node('doc', null, [quotation])
const pressEnter = (at) => {
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) })
  let after = 'nothing happens'
  splitBlock(state, (tr) => {
    after = state.apply(tr).doc.toString()
  })
  return after
}
const end = 2 + 'The bridge stays open.'.length
const seen = [
  `in the middle: ${pressEnter(2 + 'The bridge '.length)}`,
  `at the end: ${pressEnter(end)}`,
  `another paragraph may follow there: ${canSplit(doc, end, 1, [{ type: said }])}`,
]
console.log(seen.join('\n'))
const expected = [
  'in the middle: doc(quotation(said("The bridge "), said("stays open."), speaker("Edda Moor, engineer")))',
  'at the end: nothing happens',
  'another paragraph may follow there: true',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
