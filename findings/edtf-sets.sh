#!/bin/sh
# edtf 4.11.1 ends a set at the beginning of its last member. By the Extended
# Date/Time Format (level 2, set representation) "[1667,1668,1670..1672]" is one
# of five years, of which the last is 1672; the library says that 1670 is the
# latest there is, and that the set does not cover 1671. A range alone, and a set
# of single years, are right. Archive pictures are dated that way, and a search
# for those that may be from 1672 leaves this one out.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1
cat >look.mjs <<'JS'
import edtf from 'edtf'

const year = (ms) => new Date(ms).getUTCFullYear()
const seen = ['1670/1672', '[1667,1668,1672]', '[1667,1668,1670..1672]', '{1667,1670..1672}'].map((text) => {
  const date = edtf(text)
  const span = `${year(date.min)} to ${year(date.max)}`
  console.log(`${text.padEnd(24)} ${span}`)
  return span
})
process.exitCode = seen.join() === '1670 to 1672,1667 to 1672,1667 to 1670,1667 to 1670' ? 0 : 1
JS
node look.mjs
