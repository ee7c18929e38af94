#!/bin/sh
# rss-parser 3.13.0 puts the words of an Atom entry's XHTML in another order: all
# text of an element first, then the elements within it. RFC 4287 (3.1.1.3) has
# the markup mean what it says in XHTML, so "We met <a>Ada</a> here." is to stay
# that. A reader or an importer gets "We met  here.Ada", in content and in the
# snippet, wherever a paragraph has a link or an emphasis; and a title of that
# type is an object where all others are text.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0
cat >look.mjs <<'JS'
import Parser from 'rss-parser'

const xhtml = (markup) => `<div xmlns="http://www.w3.org/1999/xhtml">${markup}</div>`
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Harbour news</title><id>tag:example.org,2026:news</id><updated>2026-11-30T12:00:00Z</updated>
<entry><title type="xhtml">${xhtml('The <em>Ada</em> sails')}</title><id>tag:example.org,2026:1</id>
<updated>2026-11-30T12:00:00Z</updated><link href="https://example.org/1"/>
<content type="xhtml">${xhtml('<p>We met <a href="https://example.org/ada">Ada</a> here.</p>')}</content></entry>
</feed>`
const [entry] = (await new Parser().parseString(feed)).items
console.log(`content: ${entry.content}`)
console.log(`snippet: ${entry.contentSnippet}`)
console.log(`title:   ${typeof entry.title}`)
process.exitCode =
  entry.contentSnippet === 'We met  here.Ada' &&
  entry.content.includes('We met  here.<a href="https://example.org/ada">Ada</a>') &&
  typeof entry.title === 'object'
    ? 0
    : 1
JS
node look.mjs
