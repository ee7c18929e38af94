/** PDFs, audio and video, made for tests. */
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

/** Silence: one channel, 8,000 samples a second of two bytes each. `seconds` may be a fraction. */
export function wav(seconds = 2): Buffer {
  const [rate, length] = [8000, Math.round(8000 * seconds) * 2]
  const bytes = Buffer.alloc(44 + length)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + length, 4)
  bytes.write('WAVEfmt ', 8)
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate * 2],
    [40, length],
  ] as const)
    bytes.writeUInt32LE(value, at)
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    bytes.writeUInt16LE(value, at)
  bytes.write('data', 36)
  return bytes
}

/** Frames of MPEG-1 layer III, 128 kbit/s at 44,100 Hz, each 417 bytes and 1,152 samples; with nothing in them. */
export function mp3(frames = 100): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0xc0])
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

/** A PDF of so many empty pages, as one writes it by hand. */
export function pdf(pages = 3): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(' ')}] >>`,
    ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'),
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + end)
}

/** A film of two seconds whose pictures are nothing that could be seen, in the container that is asked for. */
export async function film(
  kind: 'mp4' | 'webm' | 'm4a' = 'mp4',
  {
    width = 640,
    height = 360,
    codec = kind === 'webm' ? 'vp8' : 'avc',
  }: { width?: number; height?: number; codec?: 'vp8' | 'avc' | 'hevc' } = {},
): Promise<Buffer> {
  const target = new BufferTarget()
  const format = kind === 'webm' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' })
  const output = new Output({ format, target })
  if (kind === 'm4a') {
    const source = new EncodedAudioPacketSource('aac')
    output.addAudioTrack(source)
    await output.start()
    for (let i = 0; i < 20; i++)
      await source.add(new EncodedPacket(new Uint8Array(64), 'key', i / 10, 0.1), {
        decoderConfig: {
          codec: 'mp4a.40.2',
          sampleRate: 44_100,
          numberOfChannels: 2,
          description: new Uint8Array([0x12, 0x10]),
        },
      })
  } else {
    const source = new EncodedVideoPacketSource(codec)
    output.addVideoTrack(source)
    await output.start()
    const [name, description] =
      codec === 'vp8'
        ? ['vp8', undefined]
        : codec === 'avc'
          ? ['avc1.42001e', new Uint8Array([1, 0x42, 0, 0x1e, 0xff, 0xe1, 0, 0, 1, 0, 0])]
          : ['hvc1.1.6.L93.B0', new Uint8Array(23)]
    for (let i = 0; i < 20; i++)
      await source.add(new EncodedPacket(new Uint8Array(256), i === 0 ? 'key' : 'delta', i / 10, 0.1), {
        decoderConfig: {
          ...{ codec: name as string, codedWidth: width, codedHeight: height },
          ...(description ? { description } : {}),
        },
      })
  }
  await output.finalize()
  return Buffer.from(target.buffer as ArrayBuffer)
}
