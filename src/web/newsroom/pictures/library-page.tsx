/** The picture library: what there is, the newest first, and the form for more. */

import { type CreditCount, type LibraryPicture, MOST_BYTES, type Preparation } from '../../../media/index.ts'
import { libraryMessages as m, pictureMessages } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ACCEPTED } from './accepted.ts'
import { LibraryPlaces } from './library-places.tsx'
import { isWhole, type LibrarySearch } from './library-search.ts'
import { PictureImage } from './picture-image.tsx'

export interface LibraryPageProps extends Frame {
  pictures: readonly LibraryPicture[]
  total: number
  /** The path of the browser code. */
  uploadScript: string
  /** Of those that lack a size, how far they have come. */
  preparation: ReadonlyMap<string, Preparation>
  search: LibrarySearch
  credits: readonly CreditCount[]
  /** Whether this person may write a credit otherwise. */
  mayRename: boolean
  /** The address of the next page; absent on the last. */
  older?: string
  done?: string
  problems: readonly string[]
  /** The address that was typed, and could not be fetched from. */
  address: string
}

export const renderLibraryPage = (props: LibraryPageProps): string => {
  const {
    pictures,
    preparation,
    total,
    uploadScript,
    search,
    credits,
    mayRename,
    older,
    done,
    problems,
    address,
    ...frame
  } = props
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
        {total > 0 ? <SearchForm search={search} credits={credits} /> : null}
        {mayRename && search.credit !== '' && pictures.length > 0 ? <RenameForm credit={search.credit} /> : null}
        <picture-library>
          <p class={pictures.length === 0 ? 'empty' : 'meta'}>
            {inWords(props)}
            {isWhole(search) ? null : (
              <>
                {' '}
                <a href="/newsroom/pictures">{m.showAll}</a>
              </>
            )}
          </p>
          {pictures.length === 0 ? null : (
            <ul class="plain library">
              {pictures.map((picture) => (
                <Thumbnail picture={picture} preparation={preparation.get(picture.id)} />
              ))}
            </ul>
          )}
        </picture-library>
        {older ? (
          <p>
            <a href={older}>{m.older}</a>
          </p>
        ) : null}
      </>
    ),
  })
}

/** How many there are, or have been found. */
const inWords = ({ pictures, total, search, older }: LibraryPageProps): string => {
  if (pictures.length === 0) return total === 0 ? m.none : m.noneFound
  return isWhole(search) ? m.total(total) : m.found(pictures.length, older !== undefined)
}

const UploadForm = () => (
  <picture-upload
    data-failed={m.notSent}
    data-most={String(MOST_BYTES)}
    data-too-large={pictureMessages.tooLarge(MOST_BYTES / 1024 ** 2)}
  >
    <form method="post" action="/newsroom/pictures" enctype="multipart/form-data" class="upload">
      <h2 class="label">{m.upload}</h2>
      <label for="files">{m.choose}</label>
      <input id="files" name="files" type="file" multiple accept={ACCEPTED} aria-describedby="files-hint" />
      <div class="camera">
        <label for="camera">{m.camera}</label>
        <input id="camera" name="files" type="file" accept="image/jpeg" capture="environment" />
      </div>
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

const SearchForm = ({ search, credits }: { search: LibrarySearch; credits: readonly CreditCount[] }) => (
  <form method="get" action="/newsroom/pictures" class="library-search">
    <div class="by-words">
      <label for="q">{m.search}</label>
      <p class="hint" id="q-hint">
        {m.searchHint}
      </p>
      <input id="q" name="q" type="search" value={search.words} aria-describedby="q-hint" dir="auto" />
    </div>
    {credits.length > 0 ? (
      <div>
        <label for="credit">{m.credits}</label>
        <select id="credit" name="credit">
          <option value="">{m.anyCredit}</option>
          {credits.map(({ credit, pictures }) => (
            <option value={credit} selected={credit === search.credit}>
              {m.creditWith(credit, pictures)}
            </option>
          ))}
        </select>
      </div>
    ) : null}
    <fieldset>
      <legend class="hint">{m.datesHint}</legend>
      <label for="from">{m.from}</label>
      <input id="from" name="from" type="date" value={search.from} />
      <label for="to">{m.to}</label>
      <input id="to" name="to" type="date" value={search.to} />
    </fieldset>
    <label class="check">
      <input type="checkbox" name="unused" value="1" checked={search.unused} /> {m.unused}
    </label>
    <button type="submit">{m.find}</button>
  </form>
)

const RenameForm = ({ credit }: { credit: string }) => (
  <details class="rename">
    <summary>{m.renameCredit}</summary>
    <form method="post" action="/newsroom/pictures/credit" class="stack">
      <input type="hidden" name="credit" value={credit} />
      <label for="to-credit">
        {m.renameTo} <span class="hint">{m.renameHint}</span>
      </label>
      <input id="to-credit" name="to" value={credit} dir="auto" />
      <button type="submit">{m.rename}</button>
    </form>
  </details>
)

const Thumbnail = ({ picture, preparation }: { picture: LibraryPicture; preparation: Preparation | undefined }) => (
  <li id={`picture-${picture.id}`} {...(preparation === 'going on' ? { 'data-preparing': '' } : {})}>
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
    {preparation ? <p class="meta preparing">{preparation === 'failed' ? m.notPrepared : m.beingPrepared}</p> : null}
  </li>
)
