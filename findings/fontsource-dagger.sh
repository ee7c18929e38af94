#!/bin/sh
# In @fontsource/source-serif-4 5.3.1 the dagger of obituaries ("† 2026") is not in
# the file "latin", although the unicode-range of that file names it (U+2000-206F),
# but in "latin-ext"; the double dagger, the per mille sign and the narrow
# no-break space that French sets before a question mark, all of the same range,
# are in no file. One would expect a range to name what a file holds (CSS Fonts 4:
# it is the author's hint at which file to load). A single dagger makes the
# browser fetch a second file that is meant for other languages, and the others
# are drawn in another face. A site that preloads "latin" alone does not see it
# on its test page.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @fontsource/source-serif-4@5.3.1 fontkit@2.0.4
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { create } from 'fontkit'

const folder = 'node_modules/@fontsource/source-serif-4'
// Each @font-face of the stylesheet: its file, and whether its range names a code point.
const faces = [...readFileSync(`${folder}/400.css`, 'utf8').matchAll(/url\(\.\/(\S*?)-400-normal\.woff2\).*?unicode-range: (.*?);/gs)].map(
  ([, file, range]) => ({
    name: file.replace('files/source-serif-4-', ''),
    font: create(readFileSync(`${folder}/${file}-400-normal.woff2`)),
    names: (point) =>
      range.split(',').some((part) => {
        const [first, last = first] = part.slice(2).split('-').map((hex) => Number.parseInt(hex, 16))
        return first <= point && point <= last
      }),
  }),
)
const list = (chosen) => chosen.map(({ name }) => name).join(' and ') || 'no file'
const seen = ['\u2014', '\u2020', '\u2021', '\u2030', '\u202f'].map((letter) => {
  const point = letter.codePointAt(0)
  const named = faces.filter(({ names }) => names(point))
  const has = faces.filter(({ font }) => font.hasGlyphForCodePoint(point))
  const line = `U+${point.toString(16)}: named by ${list(named)}, in ${list(has)}`
  console.log(line)
  return line
})
const expected = [
  'U+2014: named by latin, in latin',
  'U+2020: named by latin-ext and latin, in latin-ext',
  'U+2021: named by latin, in no file',
  'U+2030: named by latin, in no file',
  'U+202f: named by latin, in no file',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
