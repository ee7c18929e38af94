/** Why sharp could not read a picture. */
export type WhyNot = 'no picture' | 'cut off' | 'too many pixels'

/** By what it `said`, in libvips's words. */
export function whyNotRead(said: string): WhyNot {
  if (/pixel limit|exceeds/i.test(said)) return 'too many pixels'
  return /truncat|premature|end of (?:file|stream|image)|unexpected end|corrupt|read error|VipsJpeg|libspng|pngload/i.test(
    said,
  )
    ? 'cut off'
    : 'no picture'
}
