/** Pictures as cameras and programs write them, made as they are needed. */
import sharp from 'sharp'

interface Photo {
  width?: number
  height?: number
  /** As the camera was held, 1 to 8 (Exif). */
  orientation?: number
  exif?: Record<string, string>
  /** The inside of an rdf:Description with the usual name spaces. */
  xmp?: string
}

/** A JPEG, red on the left and blue on the right as the sensor saw it. */
export async function photo({ width = 800, height = 600, orientation, exif, xmp }: Photo = {}): Promise<Buffer> {
  const left = await sharp({ create: { width: Math.floor(width / 2), height, channels: 3, background: '#c02020' } })
    .png()
    .toBuffer()
  let image = sharp({ create: { width, height, channels: 3, background: '#2020c0' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .jpeg()
  if (exif) image = image.withExif({ IFD0: exif })
  if (orientation) image = image.withMetadata({ orientation })
  if (xmp) image = image.withXmp(packet(xmp))
  return image.toBuffer()
}

/** One of another kind. */
export const drawing = (kind: 'png' | 'webp' | 'avif' | 'gif' | 'tiff', width = 400, height = 300): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: { r: 20, g: 120, b: 60, alpha: 0.5 } } })
    [kind]()
    .toBuffer()

/** A GIF that moves: so many frames. */
export async function moving(frames: number, width = 60, height = 40): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * frames * 3)
  for (let i = 0; i < raw.length; i++) raw[i] = (Math.floor(i / (width * height * 3)) * 40 + 20) % 256
  return sharp(raw, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif({ delay: Array(frames).fill(100) })
    .toBuffer()
}

const packet = (inside: string): string => `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
${inside}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

/** IPTC's older records (IIM) in a JPEG, as photographers' programs write them: number of the data set, words. */
export function withIptc(jpeg: Buffer, said: readonly (readonly [dataSet: number, words: string])[]): Buffer {
  const records = said.map(([dataSet, words]) => {
    const bytes = Buffer.from(words)
    const head = Buffer.from([0x1c, 2, dataSet, 0, 0])
    head.writeUInt16BE(bytes.length, 3)
    return Buffer.concat([head, bytes])
  })
  const utf8 = Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47])
  const iim = Buffer.concat([utf8, ...records])
  const resource = Buffer.concat([
    Buffer.from('8BIM'),
    Buffer.from([0x04, 0x04, 0, 0, 0, 0, 0, 0]),
    iim,
    Buffer.alloc(iim.length % 2),
  ])
  resource.writeUInt32BE(iim.length, 8)
  const segment = Buffer.concat([Buffer.from('Photoshop 3.0\0'), resource])
  const head = Buffer.from([0xff, 0xed, 0, 0])
  head.writeUInt16BE(segment.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, segment, jpeg.subarray(2)])
}
