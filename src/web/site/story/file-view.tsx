/** A file in a story: a player of the browser's own, or a card that leads to it. Nothing of it is loaded until somebody asks. */
import { fileMessages as m } from '../../../messages/index.ts'
import type { FileOnPage, ShownFile } from '../kit/attached.ts'

/** `plays`: on a page; a feed and the newsroom's own form have links alone. */
export const FileView = ({ block, plays }: { block: FileOnPage; plays: boolean }) => {
  const { shown } = block
  const id = `b-${block.id}`
  if (!shown || !plays || shown.kind === 'pdf') return <FileCard block={block} onPage={plays} />
  const track = shown.captions ? <track kind="captions" src={shown.captions} label={m.captions} /> : null
  return (
    <figure class="file" id={id}>
      <figcaption>
        <span class="file-title">{shown.title}</span> <span class="meta">{factsOf(shown)}</span>
        <span class="file-address">{shown.address}</span>
      </figcaption>
      {shown.kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: they stand there where the newsroom has some
        <audio controls preload="none" src={shown.href} aria-label={shown.title}>
          {track}
        </audio>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: they stand there where the newsroom has some
        <video
          controls
          preload="none"
          src={shown.href}
          poster={shown.poster ?? undefined}
          width={shown.width}
          height={shown.height}
          aria-label={shown.title}
        >
          {track}
        </video>
      )}
      {shown.transcript ? (
        <details class="transcript">
          <summary>{m.transcript}</summary>
          {shown.transcript.split(/\n\s*\n/).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </details>
      ) : null}
    </figure>
  )
}

const FileCard = ({ block, onPage }: { block: FileOnPage; onPage: boolean }) => {
  const { shown } = block
  if (block.src === '')
    return block.title === '' ? null : (
      <p class="file card" id={`b-${block.id}`}>
        <span class="file-title">{block.title}</span>
      </p>
    )
  return (
    <p class="file card" id={`b-${block.id}`}>
      <a href={shown?.href ?? block.src} type={shown?.type}>
        <span class="file-title">{shown?.title ?? (block.title || block.src)}</span>{' '}
        {shown ? <span class="meta">{factsOf(shown)}</span> : null}
      </a>
      {shown && onPage ? <span class="file-address">{shown.address}</span> : null}
    </p>
  )
}

/** "PDF, 2.3 MB, 12 pages"; "Audio, 12:34, MP3, 8.1 MB". */
const factsOf = ({ kind, format, bytes, duration, pages }: ShownFile): string =>
  [
    m.kinds[kind],
    ...(duration === null ? [] : [m.duration(Math.round(duration / 1000))]),
    ...(kind === 'pdf' ? [] : [m.formats[format]]),
    m.size(bytes),
    ...(pages === null ? [] : [m.pages(pages)]),
  ].join(', ')
