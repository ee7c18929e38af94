#!/bin/sh
# htmlparser2 10.1.0 with xmlMode: a DOCTYPE with an internal subset, as XML has
# it and as some feeds and exports of blogs begin with, is taken to end at the
# subset's first ">". The declarations behind it come as events of their own,
# and the end of the subset, "]>", comes as text of the document. Who reads the
# text at the top of an export finds words that no parser of XML gives; who
# wants to refuse entities has to look at the text itself, as the subset is not
# handed over whole.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund htmlparser2@10.1.0
cat >look.mjs <<'JS'
import { Parser } from 'htmlparser2'

const seen = []
const parser = new Parser(
  {
    onprocessinginstruction: (name, data) => seen.push(`instruction: ${data}`),
    onopentag: (name) => seen.push(`opened: ${name}`),
    ontext: (text) => seen.push(`text: ${JSON.stringify(text)}`),
  },
  { xmlMode: true },
)
parser.end('<!DOCTYPE feed [<!ELEMENT feed ANY><!ELEMENT title ANY>]><feed>Tides</feed>')
console.log(seen.join('\n'))
const expected = [
  'instruction: !DOCTYPE feed [<!ELEMENT feed ANY',
  'instruction: !ELEMENT title ANY',
  'text: "]>"',
  'opened: feed',
  'text: "Tides"',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
