#!/bin/sh
# mediabunny 1.61.0 reads the first link of a chained Ogg file and takes it for
# the whole. RFC 3533 (4) has several recordings, each with a serial number of
# its own, follow one another in one file; that is what one gets by joining two
# files, and from a recorded web radio, which starts a new link at every title.
# Of two links of five seconds each, it says that they last five seconds, and
# gives the packets of the first one only; no error. A news site shows a wrong
# length beside the interview, and copies half of it where it repacks the file.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund mediabunny@1.61.0
cat >look.mjs <<'JS'
import { BufferSource, EncodedPacketSink, Input, OGG } from 'mediabunny'

// Ogg's checksum: CRC-32 with the polynomial 04c11db7, not reflected (RFC 3533, 6).
const checksum = (bytes) => {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1
  }
  return sum >>> 0
}
// All packets here are shorter than 255 bytes, so each has one byte in the page's table.
const page = (serial, number, flags, position, packets) => {
  const head = Buffer.alloc(27)
  head.write('OggS')
  head[5] = flags
  head.writeBigInt64LE(BigInt(position), 6)
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(number, 18)
  head[26] = packets.length
  const bytes = Buffer.concat([head, Buffer.from(packets.map(({ length }) => length)), ...packets])
  bytes.writeUInt32LE(checksum(bytes), 22)
  return bytes
}
const opusHead = Buffer.from('OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0', 'latin1')
const opusTags = Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1')
const silence = Buffer.from([0xfc, 0xff, 0xfe]) // 20 ms, which are 960 samples
const link = (serial) =>
  Buffer.concat([
    page(serial, 0, 2, 0, [opusHead]),
    page(serial, 1, 0, 0, [opusTags]),
    ...[1, 2, 3, 4, 5].map((second) =>
      page(serial, second + 1, second === 5 ? 4 : 0, second * 48000, Array(50).fill(silence)),
    ),
  ])
const read = async (name, bytes) => {
  const input = new Input({ source: new BufferSource(bytes), formats: [OGG] })
  const tracks = await input.getTracks()
  let packets = 0
  for await (const _ of new EncodedPacketSink(tracks[0]).packets()) packets += 1
  const seen = `${tracks.length} track, ${await input.computeDuration()} s, ${packets} packets`
  console.log(`${name.padEnd(10)} ${seen}`)
  return seen
}
const seen = [await read('one link', link(1)), await read('two links', Buffer.concat([link(1), link(2)]))]
process.exitCode = seen.every((line) => line === '1 track, 5 s, 250 packets') ? 0 : 1
JS
node look.mjs
