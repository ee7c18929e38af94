#!/bin/sh
# @mozilla/readability 0.6.0 ignores a page's JSON-LD where its @type is a list,
# even a list of one: byline and date of publication are null. JSON-LD 1.1 has
# @type take one or more types ("Specifying the Type"), and papers do write
# ["NewsArticle", "ReportageNewsArticle"]. An importer then keeps the story
# without its author and its date, and has no error to tell it so.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 linkedom@0.18.15
cat >look.mjs <<'JS'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const paragraph = '<p>The ferry stayed in the harbour again, the office said, and its passengers went home.</p>'
const read = (type) => {
  const data = {
    '@context': 'https://schema.org',
    '@type': type,
    headline: 'Ferry cancelled again',
    datePublished: '2026-11-30T19:45:00+01:00',
    author: { '@type': 'Person', name: 'Ada Moor' },
  }
  const { document } = parseHTML(`<!doctype html><html><head><title>Ferry cancelled again</title>
    <script type="application/ld+json">${JSON.stringify(data)}</script></head>
    <body><article>${paragraph.repeat(12)}</article></body></html>`)
  const { byline, publishedTime } = new Readability(document).parse()
  const seen = `${byline}, ${publishedTime}`
  console.log(`${JSON.stringify(type).padEnd(40)} ${seen}`)
  return seen
}
const seen = ['NewsArticle', ['NewsArticle'], ['NewsArticle', 'ReportageNewsArticle']].map(read)
process.exitCode =
  seen.join('; ') === 'Ada Moor, 2026-11-30T19:45:00+01:00; null, null; null, null' ? 0 : 1
JS
node look.mjs
