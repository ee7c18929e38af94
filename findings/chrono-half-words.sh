#!/bin/sh
# chrono-node 2.10.0 begins to read after a hyphen, and so in the middle of a
# word: "twenty-five years ago" is five years ago, "two-and-a-half years ago" half
# a year ago, and the French "avant-hier", the day before yesterday, is
# yesterday. One would expect the whole, as for "25 years ago", or nothing, as
# for "thirty years ago". News writes numbers out; a timeline that is made of it
# is wrong by twenty years and looks sure of itself. chrono.strict does the same.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.0
cat >look.mjs <<'JS'
import * as chrono from 'chrono-node'

const today = { instant: new Date('2026-11-30T12:00:00Z'), timezone: 'UTC' }
const read = (parser, text) => {
  const [found] = parser.parse(text, today)
  const seen = found === undefined ? 'nothing' : `"${found.text}", ${found.start.date().toISOString().slice(0, 10)}`
  console.log(`${text.padEnd(26)} ${seen}`)
  return seen
}
const seen = [
  read(chrono, '25 years ago'),
  read(chrono, 'thirty years ago'),
  read(chrono, 'twenty-five years ago'),
  read(chrono.strict, 'twenty-five years ago'),
  read(chrono, 'two-and-a-half years ago'),
  read(chrono.fr, 'hier'),
  read(chrono.fr, 'avant-hier'),
]
const expected = [
  '"25 years ago", 2001-11-30',
  'nothing',
  '"five years ago", 2021-11-30',
  '"five years ago", 2021-11-30',
  '"half years ago", 2026-05-30',
  '"hier", 2026-11-29',
  '"hier", 2026-11-29',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
TZ=UTC node look.mjs
