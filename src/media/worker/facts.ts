/** What a picture's file says of itself: who took it, of what, when, and how it was made (IPTC Photo Metadata 2025.1, in IIM, XMP and Exif). */
import ExifReader from 'exifreader'
import type { AiPart } from '../formats.ts'

export interface FileFacts {
  caption: string
  credit: string
  rights: string
  place: string
  /** "2026-05-01T14:30:00+02:00", "2026-05-01"; empty where it is not said. */
  taken: string
  ai: AiPart
  aiSystem: string
  /** Whether content credentials (C2PA) are in the file. */
  credentials: boolean
}

const NOTHING: FileFacts = {
  caption: '',
  credit: '',
  rights: '',
  place: '',
  taken: '',
  ai: '',
  aiSystem: '',
  credentials: false,
}

/** Codes of cv.iptc.org/newscodes/digitalsourcetype that stand for a trained model. */
const MADE = new Set(['trainedAlgorithmicMedia'])
const EDITED = new Set(['compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic'])

/** A JUMBF description box that is C2PA's (C2PA 2.1, section 11.1.4): the box's name, then its UUID. */
const C2PA_BOX = Buffer.from('6a756d646332706100110010800000aa00389b71', 'hex')

/** Longer than this no caption is. In UTF-16 code units. */
const LONGEST = 5000

type Tag = { description?: unknown; value?: unknown } | undefined
type Tags = Record<string, Tag>

/** Never throws: what can't be read says nothing. */
export function readFacts(file: Buffer): FileFacts {
  const credentials = file.includes(C2PA_BOX)
  try {
    const {
      iptc = {},
      xmp = {},
      exif = {},
    } = ExifReader.load(file, { expanded: true }) as unknown as Record<'iptc' | 'xmp' | 'exif', Tags | undefined>
    const iim = (name: string) => text(iptc[name])
    const own = (name: string) => text(xmp[name])
    const camera = (name: string) => text(exif[name])
    const by = iim('By-line') || own('creator') || camera('Artist')
    const credit = iim('Credit') || own('Credit')
    const source = code(xmp.DigitalSourceType)
    const aiSystem = [own('AISystemUsed'), own('AISystemVersionUsed')].filter(Boolean).join(' ')
    const place = ['City', 'Province/State', 'Country/Primary Location Name'].map(iim)
    const placeXmp = [own('Location'), own('City'), own('State'), own('Country')]
    return {
      caption: iim('Caption/Abstract') || own('description') || camera('ImageDescription'),
      credit: [...new Set([by, credit].filter(Boolean))].join(' / '),
      rights: iim('Copyright Notice') || own('rights') || camera('Copyright'),
      place: [...new Set(place.some(Boolean) ? place : placeXmp)].filter(Boolean).join(', '),
      taken: takenAt(exif, xmp, iim('Date Created')),
      ai: MADE.has(source) ? 'made' : EDITED.has(source) || aiSystem !== '' ? 'edited' : '',
      aiSystem,
      credentials,
    }
  } catch {
    return { ...NOTHING, credentials }
  }
}

/** Of several values or languages the first. */
function text(tag: Tag): string {
  const said = tag?.description
  const words = typeof said === 'string' ? said : Array.isArray(said) ? String(said[0] ?? '') : ''
  return words.replace(/\0/g, '').trim().slice(0, LONGEST)
}

/** The last part of a code's address. */
const code = (tag: Tag): string => {
  const said = typeof tag?.value === 'string' ? tag.value : text(tag)
  return said.slice(said.lastIndexOf('/') + 1).trim()
}

/** The camera's clock with its offset, where it gives one; else what an editor's program wrote. */
function takenAt(exif: Tags, xmp: Tags, day: string): string {
  const clock = /^(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text(exif.DateTimeOriginal))
  if (clock) {
    const offset = /^[+-]\d\d:\d\d$/.exec(text(exif.OffsetTimeOriginal))?.[0] ?? ''
    return real(`${clock[1]}-${clock[2]}-${clock[3]}T${clock[4]}${offset}`)
  }
  const said = text(xmp.DateCreated) || day
  const date = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?/.exec(said)
  return date ? real(`${date[1]}-${date[2]}-${date[3]}${date[4] ?? ''}`) : ''
}

/** A camera whose clock was never set says the year nought. */
const real = (said: string): string => (Number.isNaN(Date.parse(said)) || said.startsWith('0000') ? '' : said)
