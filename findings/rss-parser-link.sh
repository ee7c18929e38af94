#!/bin/sh
# rss-parser 3.13.0 takes the first <link> of an Atom entry for its address where
# none has rel="alternate" written out. RFC 4287 (4.2.7.2) has a link without
# rel mean "alternate", so the second one below is the story, and the first is
# only "related" to it. A page that lists a paper's newest stories then sends
# its readers to the minutes of the council, or to another site.
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

const read = async (story) => {
  const { items } = await new Parser().parseString(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Harbour news</title><id>tag:example.org,2026:news</id><updated>2026-11-30T12:00:00Z</updated>
<entry><title>Council shuts pier</title><id>tag:example.org,2026:1</id><updated>2026-11-30T12:00:00Z</updated>
<link rel="related" href="https://council.example/minutes"/>${story}</entry>
</feed>`)
  console.log(`${story.padEnd(60)} ${items[0].link}`)
  return items[0].link
}
const silent = await read('<link href="https://example.org/pier"/>')
const spoken = await read('<link rel="alternate" href="https://example.org/pier"/>')
process.exitCode =
  silent === 'https://council.example/minutes' && spoken === 'https://example.org/pier' ? 0 : 1
JS
node look.mjs
