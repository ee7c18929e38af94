#!/bin/sh
# node-webvtt 1.9.4 refuses a WebVTT file with a STYLE or a REGION block, and
# takes the same cues without it. Both blocks stand before the first cue (W3C,
# WebVTT: "WebVTT file body"), and programs that export captions with colours for
# the speakers write them. Told not to be strict, it reads the cues but calls the
# file invalid. A check of uploaded captions that is built on it turns away files
# that are in order.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-webvtt@1.9.4
cat >look.mjs <<'JS'
import webvtt from 'node-webvtt'

const read = (name, block, options) => {
  let seen
  try {
    const { cues, valid } = webvtt.parse(`WEBVTT\n\n${block}00:00.000 --> 00:02.000\nThe ferry is late.\n`, options)
    seen = `${cues.length} cue, valid: ${valid}`
  } catch (error) {
    seen = error.message
  }
  console.log(`${name.padEnd(17)} ${seen}`)
  return seen
}
const style = 'STYLE\n::cue(v) { color: yellow }\n\n'
const seen = [
  read('cues only', ''),
  read('a note', 'NOTE checked by the desk\n\n'),
  read('a style', style),
  read('a region', 'REGION\nid:below\nwidth:40%\n\n'),
  read('a style, lenient', style, { strict: false }),
]
const refused = 'Cue identifier needs to be followed by timestamp (cue #0)'
const expected = ['1 cue, valid: true', '1 cue, valid: true', refused, refused, '1 cue, valid: false']
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
