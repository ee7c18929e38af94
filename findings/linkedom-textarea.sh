#!/bin/sh
# linkedom 0.18.15 leaves character references in a textarea as they are
# written, where HTML has them decoded there as in a paragraph (a textarea's
# content is "escapable raw text"). So a form that is read with it gives
# "&lt;" for what its author typed as "<", and sending it back escapes it twice.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15
cat >look.mjs <<'JS'
import { parseHTML } from 'linkedom'

const { document } = parseHTML(
  '<!doctype html><html><body><textarea>Salt &amp; rope</textarea><p>Salt &amp; rope</p></body></html>',
)
const seen = ['textarea', 'p'].map((name) => document.querySelector(name).textContent)
console.log(`textarea: ${seen[0]}`)
console.log(`p:        ${seen[1]}`)
process.exitCode = seen[0] === 'Salt &amp; rope' && seen[1] === 'Salt & rope' ? 0 : 1
JS
node look.mjs
