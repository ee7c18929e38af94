/** The picture library: what there is, the newest first, and the form for more. */

import type { LibraryPicture } from '../../../media/index.ts'
import { libraryMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { LibraryPlaces } from './library-places.tsx'
import { PictureImage } from './picture-image.tsx'

export interface LibraryPageProps extends Frame {
  pictures: readonly LibraryPicture[]
  total: number
  /** The path of the browser code. */
  uploadScript: string
  words: string
  unused: boolean
  /** The address of the next page; absent on the last. */
  older?: string
  done?: string
  problems: readonly string[]
  /** The address that was typed, and could not be fetched from. */
  address: string
}

export const renderLibraryPage = (props: LibraryPageProps): string => {
  const { pictures, total, uploadScript, words, unused, older, done, problems, address, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'pictures',
    script: uploadScript,
    wide: true,
    children: (
      <>
        <LibraryPlaces here="pictures" />
        <h1>{m.title}</h1>
        {done ? <Done>{done}</Done> : null}
        {problems.map((problem, i) => (
          <Problem sentence={problem} id={`problem-${i}`} />
        ))}
        <div class="ways-in">
          <UploadForm />
          <FetchForm address={address} />
        </div>
        <form method="get" action="/newsroom/pictures" class="library-search">
          <label for="q">{m.search}</label>
          <input id="q" name="q" type="search" value={words} aria-describedby="q-hint" dir="auto" />
          <label class="check">
            <input type="checkbox" name="unused" value="1" checked={unused} /> {m.unused}
          </label>
          <button type="submit">{m.find}</button>
          <p class="hint" id="q-hint">
            {m.searchHint}
          </p>
        </form>
        {pictures.length === 0 ? (
          <p class="empty">{total === 0 ? m.none : m.noneFound}</p>
        ) : (
          <>
            <p class="meta">{m.total(total)}</p>
            <ul class="plain library">
              {pictures.map((picture) => (
                <Thumbnail picture={picture} />
              ))}
            </ul>
          </>
        )}
        {older ? (
          <p>
            <a href={older}>{m.older}</a>
          </p>
        ) : null}
      </>
    ),
  })
}

const UploadForm = () => (
  <picture-upload data-failed={m.notSent}>
    <form method="post" action="/newsroom/pictures" enctype="multipart/form-data" class="upload">
      <h2 class="label">{m.upload}</h2>
      <label for="files">{m.choose}</label>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic"
        aria-describedby="files-hint"
      />
      <p class="hint" id="files-hint">
        {m.chooseHint}
      </p>
      <button class="first" type="submit">
        {m.uploadButton}
      </button>
      <ul class="plain uploads" data-uploads aria-live="polite" />
    </form>
  </picture-upload>
)

const FetchForm = ({ address }: { address: string }) => (
  <form method="post" action="/newsroom/pictures/fetch" class="stack fetch">
    <h2 class="label">{m.fetch}</h2>
    <label for="address">
      {m.fetchAddress} <span class="hint">{m.fetchHint}</span>
    </label>
    <input id="address" name="address" type="url" dir="ltr" placeholder="https://" value={address} />
    <button type="submit">{m.fetchButton}</button>
  </form>
)

const Thumbnail = ({ picture }: { picture: LibraryPicture }) => (
  <li>
    <a href={`/newsroom/pictures/${picture.id}`}>
      <PictureImage picture={picture} sizes="14rem" lazy />
      <span class="caption" dir="auto">
        {picture.caption || picture.name || m.noCaption}
      </span>
    </a>
    {picture.credit ? (
      <p class="meta" dir="auto">
        {picture.credit}
      </p>
    ) : null}
  </li>
)
