#!/bin/sh
# linkedom 0.18.15 reads XML without its namespaces: getElementsByTagNameNS finds
# nothing, an element's localName has its prefix in it, and its namespaceURI is
# that of XHTML. By the DOM standard and Namespaces in XML, <dc:creator> is the
# element "creator" of Dublin Core, whatever its prefix. Feeds are full of such
# elements; one reads their authors by the prefix as it happens to be written,
# and misses those of the feed that writes another.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund linkedom@0.18.15
cat >look.mjs <<'JS'
import { DOMParser } from 'linkedom'

const dublinCore = 'http://purl.org/dc/elements/1.1/'
const feed = new DOMParser().parseFromString(
  `<rss xmlns:dc="${dublinCore}"><channel><item><dc:creator>Ada Moor</dc:creator></item></channel></rss>`,
  'text/xml',
)
const [creator] = feed.getElementsByTagName('dc:creator')
const found = feed.getElementsByTagNameNS(dublinCore, 'creator').length
console.log(`by namespace: ${found} found`)
console.log(`localName:    ${creator.localName}`)
console.log(`namespaceURI: ${creator.namespaceURI}`)
process.exitCode =
  found === 0 && creator.localName === 'dc:creator' && creator.namespaceURI === 'http://www.w3.org/1999/xhtml' ? 0 : 1
JS
node look.mjs
