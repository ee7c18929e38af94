#!/bin/sh
# feed 6.0.0 leaves an item's `enclosure` out of RSS where the item has an `image`
# too: the picture becomes the enclosure, of length 0, and the recording is gone.
# RSS 2.0 has the enclosure carry the media of the item, and podcast programs
# take the sound from it, so an episode stops playing on the day when it gets a
# picture. Atom lists both, but calls the recording image/mp3, although its type
# was given as audio/mpeg. No warning in either.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund feed@6.0.0
cat >look.mjs <<'JS'
import { Feed } from 'feed'

const write = (image) => {
  const feed = new Feed({ title: 'Harbour talk', id: 'https://example.org/', copyright: '2026' })
  feed.addItem({
    title: 'Episode 1',
    link: 'https://example.org/1',
    date: new Date('2026-11-30T12:00:00Z'),
    enclosure: { url: 'https://example.org/1.mp3', type: 'audio/mpeg', length: 4800000 },
    ...image,
  })
  return [feed.rss2().match(/<enclosure .*?>/g), feed.atom1().match(/<link rel="enclosure".*?>/g)]
}
const [alone] = write({})
const [rss, atom] = write({ image: 'https://example.org/1.jpg' })
console.log(`RSS, no picture:   ${alone}\nRSS, a picture:    ${rss}\nAtom, a picture:   ${atom.join('\n                   ')}`)
process.exitCode =
  alone.length === 1 &&
  alone[0].includes('url="https://example.org/1.mp3"') &&
  rss.length === 1 &&
  rss[0].includes('url="https://example.org/1.jpg" length="0"') &&
  atom.some((link) => link.includes('/1.mp3" type="image/mp3"'))
    ? 0
    : 1
JS
node look.mjs
