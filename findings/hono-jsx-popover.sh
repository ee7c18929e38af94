#!/bin/sh
# hono/jsx 4.13.19 writes a bare `popover` as popover="true". HTML knows no such
# value and takes an unknown one for "manual" (the popover attribute's invalid
# value default), while a bare attribute is "auto". So a menu or a footnote that
# is written <div popover>, as in HTML, does not close at a click beside it or
# at Escape, and nothing says why. `hidden` is written as it should be;
# popover="auto" in full works too.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hono@4.13.19
cat >look.mjs <<'JS'
import { jsx } from 'hono/jsx'

// What <div hidden>, <div popover> and <div popover="auto"> are compiled to.
const seen = [{ hidden: true }, { popover: true }, { popover: 'auto' }].map((props) =>
  jsx('div', props, 'Sources').toString(),
)
console.log(seen.join('\n'))
const expected = [
  '<div hidden="">Sources</div>',
  '<div popover="true">Sources</div>',
  '<div popover="auto">Sources</div>',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
