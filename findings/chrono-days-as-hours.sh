#!/bin/sh
# chrono-node 2.10.0 reads the second day of a range as an hour of the first. In
# English "30 Nov-2 Dec", with a hyphen, is 30 November at two in the afternoon;
# with a dash it is the three days. In Spanish "del 3 al 5 de marzo" (from the
# third to the fifth of March) is today from three to five o'clock; with only
# one day it is that day. A calendar that is filled from announcements so shows
# a festival of three days as an afternoon, or on the day of its announcement.
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

const today = { instant: new Date('2026-11-12T12:00:00Z'), timezone: 'UTC' }
const minute = (part) => part?.date().toISOString().slice(0, 16)
const read = (language, text) => {
  const [found] = chrono[language].parse(text, today)
  const seen = `${minute(found.start)} to ${minute(found.end)}`
  console.log(`${text.padEnd(20)} ${seen}`)
  return seen
}
const seen = [
  read('en', '30 Nov–2 Dec'),
  read('en', '30 Nov-2 Dec'),
  read('es', '5 de marzo'),
  read('es', 'del 3 al 5 de marzo'),
]
const expected = [
  '2026-11-30T12:00 to 2026-12-02T12:00',
  '2026-11-30T14:00 to undefined',
  '2027-03-05T12:00 to undefined',
  '2026-11-12T03:00 to 2026-11-12T05:00',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
TZ=UTC node look.mjs
