#!/bin/sh
# defuddle 0.19.4 removes a short <time> from the first and the last 200
# characters of a story, also where it stands in the middle of a sentence. HTML
# has <time> for any date in running text, and the opening of a news story is
# where its date stands: "The boat sank on Monday, the office said" becomes "The
# boat sank on , the office said". The same sentence without the mark-up, or
# further down, is whole. An imported story no longer says when it happened.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund defuddle@0.19.4 linkedom@0.18.15
cat >look.mjs <<'JS'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'

const more = '<p>The office said that the storm had damaged the pier, and that the passengers had gone home by bus.</p>'
const read = async (name, when, before) => {
  const { document } = parseHTML(`<!doctype html><html lang="en"><head><title>Boat sinks</title></head>
    <body><main><article><h1>Boat sinks</h1>${more.repeat(before)}
    <p>The boat sank on ${when}, the office said.</p>${more.repeat(6)}</article></main></body></html>`)
  const { content } = await Defuddle(document, 'https://example.org/boat')
  const seen = /The boat sank.*?said\./.exec(content)?.[0].replace(/<[^>]*>/g, '')
  console.log(`${name.padEnd(22)} ${seen}`)
  return seen
}
const marked = '<time datetime="2026-11-30">Monday</time>'
const seen = [
  await read('opening, plain', 'Monday', 0),
  await read('opening, marked up', marked, 0),
  await read('further down, marked up', marked, 6),
]
const whole = 'The boat sank on Monday, the office said.'
process.exitCode = seen.join() === [whole, 'The boat sank on , the office said.', whole].join() ? 0 : 1
JS
node look.mjs
