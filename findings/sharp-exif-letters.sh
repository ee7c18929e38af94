#!/bin/sh
# sharp 0.35.5 writes EXIF that it is given in ASCII only: "Zoë Müller" becomes
# "Zoe Muller", a name in Cyrillic becomes question marks, "©" becomes "(C)". The
# Metadata Working Group's guidelines have EXIF text written as UTF-8, and Exif
# 3.0 has a type for it. Names that are in a file already, kept with keepExif,
# stay as they are. So a paper that puts the photographer's name into the
# pictures it serves misspells some names and wipes out others, and only looking
# at the file shows it.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5 exifreader@4.46.0
cat >look.mjs <<'JS'
import ExifReader from 'exifreader'
import sharp from 'sharp'

const grey = sharp({ create: { width: 32, height: 32, channels: 3, background: '#888' } })
const artist = (file) => ExifReader.load(file).Artist.description
const seen = []
for (const name of ['Zoë Müller', 'Оксана Шевченко', '© Lark']) {
  const file = await grey.clone().withExif({ IFD0: { Artist: name } }).jpeg().toBuffer()
  console.log(`${name} is written as ${artist(file)}`)
  seen.push(artist(file))
}
// A camera's file: the same place in it, with the name in UTF-8.
const camera = await grey.clone().withExif({ IFD0: { Artist: 'Zoe. Mu.ller' } }).jpeg().toBuffer()
camera.write('Zoë Müller', camera.indexOf('Zoe. Mu.ller'))
const kept = artist(await sharp(camera).resize(16).keepExif().toBuffer())
console.log(`Zoë Müller, kept, is ${kept}`)
process.exitCode =
  seen.join() === 'Zoe Muller,?????? ????????,(C) Lark' && kept === 'Zoë Müller' ? 0 : 1
JS
node look.mjs
