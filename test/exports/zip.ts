/** Zip files as tests need them: good ones, and such as nobody should open. */
import { deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  bytes: Buffer | string
  /** How it is said to be packed, where that is not what it is. */
  method?: number
  isEncrypted?: boolean
  /** How long it is said to be. */
  size?: number
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crcOf = (bytes: Buffer): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/**
 * A zip file of these, packed; `isZip64` writes its numbers as those of very large files are, `toldOf` is how many times
 * its directory tells of each.
 */
export function zipOf(entries: readonly ZipEntry[], { isZip64 = false, toldOf = 1 } = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const { name, bytes, method = 8, isEncrypted = false, size } of entries) {
    const raw = Buffer.from(bytes)
    const packed = deflateRawSync(raw)
    const names = Buffer.from(name)
    const fields = Buffer.alloc(22)
    fields.writeUInt16LE(isZip64 ? 45 : 20, 0)
    fields.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crcOf(raw), 10)
    fields.writeUInt32LE(isZip64 ? 0xffffffff : packed.length, 14)
    fields.writeUInt32LE(isZip64 ? 0xffffffff : (size ?? raw.length), 18)
    const large = Buffer.alloc(isZip64 ? 28 : 0)
    if (isZip64) {
      large.writeUInt16LE(1, 0)
      large.writeUInt16LE(24, 2)
      large.writeBigUInt64LE(BigInt(size ?? raw.length), 4)
      large.writeBigUInt64LE(BigInt(packed.length), 12)
      large.writeBigUInt64LE(BigInt(at), 20)
    }
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(names.length, 0)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), fields, lengths, names, packed])
    lengths.writeUInt16LE(large.length, 2)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(isZip64 ? 0xffffffff : at, 10)
    const version = Buffer.from([isZip64 ? 45 : 20, 3])
    for (let time = 0; time < toldOf; time++)
      central.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, fields, lengths, place, names, large]))
    local.push(header)
    at += header.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(isZip64 ? 0xffff : central.length, 8)
  end.writeUInt16LE(isZip64 ? 0xffff : central.length, 10)
  end.writeUInt32LE(isZip64 ? 0xffffffff : directory.length, 12)
  end.writeUInt32LE(isZip64 ? 0xffffffff : at, 16)
  const large = Buffer.alloc(isZip64 ? 76 : 0)
  if (isZip64) {
    large.write('PK\x06\x06', 'latin1')
    large.writeBigUInt64LE(44n, 4)
    large.writeUInt16LE(45, 12)
    large.writeUInt16LE(45, 14)
    large.writeBigUInt64LE(BigInt(central.length), 24)
    large.writeBigUInt64LE(BigInt(central.length), 32)
    large.writeBigUInt64LE(BigInt(directory.length), 40)
    large.writeBigUInt64LE(BigInt(at), 48)
    large.write('PK\x06\x07', 56, 'latin1')
    large.writeBigUInt64LE(BigInt(at + directory.length), 64)
    large.writeUInt32LE(1, 72)
  }
  return Buffer.concat([...local, directory, large, end])
}
