#!/bin/sh
# exifreader 4.46.0 finds no XMP at all in a packet in which an XML comment or a
# CDATA section stands. Both are plain XML and mean nothing to RDF: a comment is
# no part of its data, and CDATA is only another way to write text (W3C, RDF/XML
# and XML 1.0). Credit and headline are gone without an error, so a picture desk
# takes the file for one that says nothing about itself.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund exifreader@4.46.0 sharp@0.35.5 @xmldom/xmldom@0.9.10
cat >look.mjs <<'JS'
import ExifReader from 'exifreader'
import sharp from 'sharp'

const grey = sharp({ create: { width: 32, height: 32, channels: 3, background: '#888' } })
const read = async (name, markup) => {
  const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
<photoshop:Credit>Lark/Harbour News</photoshop:Credit>${markup}
</rdf:Description></rdf:RDF></x:xmpmeta>`
  const file = await grey.clone().withXmp(packet).jpeg().toBuffer()
  const { xmp } = ExifReader.load(file, { expanded: true })
  const seen = `${xmp?.Credit?.description}, ${xmp?.Headline?.description}`
  console.log(`${name.padEnd(14)} ${seen}`)
  return seen
}
const headline = (text) => `<photoshop:Headline>${text}</photoshop:Headline>`
const seen = [
  await read('plain', headline('Salt &amp; rope')),
  await read('with a comment', `<!-- desk -->${headline('Salt &amp; rope')}`),
  await read('with CDATA', headline('<![CDATA[Salt & rope]]>')),
]
process.exitCode =
  seen.join('; ') === 'Lark/Harbour News, Salt & rope; undefined, undefined; undefined, undefined' ? 0 : 1
JS
node look.mjs
