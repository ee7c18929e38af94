#!/bin/sh
# ical-generator 10.2.0 escapes an event's address as if it were text. RFC 5545
# has URL be of type URI (3.8.4.6), and a URI is written as it is, with no
# backslashes (3.3.13). So an address with a comma or a semicolon, as many
# content systems make them, comes out as another one, and the link in a
# reader's calendar no longer leads to the story about the concert. A reader of
# the format, ical.js 2.2.1, gives it back with the backslash in it.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0 ical.js@2.2.1
cat >look.mjs <<'JS'
import ICAL from 'ical.js'
import ical from 'ical-generator'

const url = 'https://example.org/concert,1234.html'
const calendar = ical({ name: 'Harbour' })
calendar.createEvent({ start: new Date('2026-11-30T19:45:00Z'), summary: 'Concert', url })
const written = calendar.toString()
const event = new ICAL.Component(ICAL.parse(written)).getFirstSubcomponent('vevent')
const read = event.getFirstPropertyValue('url')
console.log(`given:   ${url}`)
console.log(`written: ${/URL.*/.exec(written)[0].trim()}`)
console.log(`read:    ${read}`)
process.exitCode =
  written.includes('URL;VALUE=URI:https://example.org/concert\\,1234.html') &&
  read === 'https://example.org/concert\\,1234.html'
    ? 0
    : 1
JS
node look.mjs
