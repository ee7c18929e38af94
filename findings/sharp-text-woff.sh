#!/bin/sh
# sharp 0.35.5 takes a WOFF or WOFF2 file as the `fontfile` of a text, says
# nothing, and draws in whatever else the machine has: the picture is the same,
# byte for byte, as with no file at all. The same face as a TTF is drawn. The
# option is documented as "a font file that can be used", and packages of web
# fonts hold the two formats only. The cards that a news site draws for sharing
# then have the server's face, and look right on the machine of whoever has the
# font installed.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund \
  sharp@0.35.5 wawoff2@2.0.1 @fontsource/source-serif-4@5.3.1 dejavu-fonts-ttf@2.37.3
# One font for Fontconfig to find, so that every machine has the same "whatever else".
mkdir cache
cat >fonts.conf <<XML
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$folder/node_modules/dejavu-fonts-ttf/ttf</dir><cachedir>$folder/cache</cachedir></fontconfig>
XML
cat >look.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import sharp from 'sharp'
import wawoff2 from 'wawoff2'

const stem = resolve('node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-400-normal')
writeFileSync('serif.ttf', await wawoff2.decompress(readFileSync(`${stem}.woff2`)))
const draw = (fontfile) =>
  sharp({ text: { text: 'Ferry cancelled again', font: 'Source Serif 4', dpi: 150, ...fontfile } })
    .png()
    .toBuffer()
const none = await draw({})
const seen = []
for (const [name, fontfile] of Object.entries({
  woff: `${stem}.woff`,
  woff2: `${stem}.woff2`,
  ttf: resolve('serif.ttf'),
})) {
  const same = none.equals(await draw({ fontfile }))
  console.log(`${name.padEnd(5)} ${same ? 'as with no file' : 'another picture'}`)
  seen.push(same)
}
process.exitCode = seen.join() === 'true,true,false' ? 0 : 1
JS
FONTCONFIG_FILE="$folder/fonts.conf" node look.mjs
