/** Files in a story, as readers see them. */
import { number } from '../../count.ts'

const twoDigits = (count: number) => String(count).padStart(2, '0')

export const fileMessages = {
  /** By format. */
  formats: {
    pdf: 'PDF',
    mp3: 'MP3',
    m4a: 'M4A',
    aac: 'AAC',
    ogg: 'OGG',
    wav: 'WAV',
    flac: 'FLAC',
    weba: 'WebM',
    mp4: 'MP4',
    webm: 'WebM',
  },
  kinds: { pdf: 'PDF', audio: 'Audio', video: 'Video' },
  size: (bytes: number) =>
    bytes < 1e6 ? `${number(Math.ceil(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`,
  pages: (count: number) => (count === 1 ? '1 page' : `${number(count)} pages`),
  /** As a player shows it. `seconds` is whole. */
  duration: (seconds: number) => {
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
    return hours > 0
      ? `${hours}:${twoDigits(minutes)}:${twoDigits(seconds % 60)}`
      : `${minutes}:${twoDigits(seconds % 60)}`
  },
  captions: 'Captions',
  transcript: 'Transcript',
  /** Beside an embed's link: where it leads. */
  applePodcasts: 'Apple Podcasts',
  watchOn: (service: string) => `Watch on ${service}`,
  listenOn: (service: string) => `Listen on ${service}`,
  readOn: (service: string) => `See on ${service}`,
}
