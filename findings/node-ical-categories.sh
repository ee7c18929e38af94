#!/bin/sh
# node-ical 0.26.1 cuts CATEGORIES at every comma, also at one that is escaped,
# and leaves the backslash behind. In RFC 5545 (3.3.11) "\," is a comma within a
# value, and only a bare one separates two. What's-on pages that are made from a
# town's calendar so get a section called "Food\" and one called "drink".
# SUMMARY beside it is read as it should be.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-ical@0.26.1
cat >look.mjs <<'JS'
import ical from 'node-ical'

const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//example.org//town//EN',
  'BEGIN:VEVENT',
  'UID:1@example.org',
  'DTSTAMP:20261101T000000Z',
  'DTSTART:20261130T194500Z',
  'SUMMARY:Fish\\, chips',
  'CATEGORIES:Food\\, drink,Music',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')
const event = ical.sync.parseICS(calendar)['1@example.org']
console.log(`summary:    ${event.summary}`)
console.log(`categories: ${JSON.stringify(event.categories)}`)
process.exitCode =
  event.summary === 'Fish, chips' && event.categories.join('|') === 'Food\\|drink|Music' ? 0 : 1
JS
node look.mjs
