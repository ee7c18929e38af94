/** The newsroom's PDFs, audio and video: what there is, the newest first, and the form for more. */
import { type Attachment, MOST_ATTACHED } from '../../../attachments/index.ts'
import { attachmentMessages, fileMessages, filesMessages as m } from '../../../messages/index.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { LibraryPlaces } from '../pictures/library-places.tsx'

export interface FileUse {
  storyId: string
  headline: string
  published: boolean
}

export interface FilesPageProps extends Frame {
  files: readonly { file: Attachment; uses: readonly FileUse[] }[]
  total: number
  /** The path of the browser code. */
  uploadScript: string
  words: string
  /** The address of the next page; absent on the last. */
  older?: string
  done?: string
  problems: readonly string[]
}

export const renderFilesPage = (props: FilesPageProps): string => {
  const { files, total, uploadScript, words, older, done, problems, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'pictures',
    script: uploadScript,
    wide: true,
    children: (
      <>
        <LibraryPlaces here="files" />
        <h1>{m.title}</h1>
        {done ? <Done>{done}</Done> : null}
        {problems.map((problem, i) => (
          <Problem sentence={problem} id={`problem-${i}`} />
        ))}
        <UploadForm />
        <form method="get" action="/newsroom/files" class="library-search">
          <div class="by-words">
            <label for="q">{m.search}</label>
            <p class="hint" id="q-hint">
              {m.searchHint}
            </p>
            <input id="q" name="q" type="search" value={words} aria-describedby="q-hint" dir="auto" />
          </div>
          <button type="submit">{m.find}</button>
        </form>
        {files.length === 0 ? (
          <p class="empty">{total === 0 ? m.none : m.noneFound}</p>
        ) : (
          <>
            <p class="meta">{m.total(total)}</p>
            <FilesTable files={files} />
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
  <picture-upload
    data-failed={m.notSent}
    data-most={String(MOST_ATTACHED)}
    data-too-large={attachmentMessages.tooLarge(MOST_ATTACHED / 1024 ** 2)}
  >
    <form method="post" action="/newsroom/files" enctype="multipart/form-data" class="upload">
      <h2 class="label">{m.upload}</h2>
      <label for="files">{m.choose}</label>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        accept="application/pdf,audio/*,video/mp4,video/webm"
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

const FilesTable = ({ files }: Pick<FilesPageProps, 'files'>) => (
  <ul class="plain files">
    {files.map(({ file, uses }) => (
      <li>
        <span class="file-kind label">{fileMessages.formats[file.format]}</span>
        <div>
          <a href={`/newsroom/files/${file.id}`} dir="auto">
            {file.title || file.name || m.noTitle}
          </a>
          <p class="meta">{factsOf(file).join(' · ')}</p>
        </div>
        <p class="meta uses">
          {uses.length === 0 ? (
            m.notUsed
          ) : (
            <>
              {m.uses}{' '}
              {uses.map(({ storyId, headline, published }, i) => (
                <>
                  {i > 0 ? ', ' : ''}
                  <a href={`/newsroom/stories/${storyId}`} dir="auto">
                    {headline}
                  </a>
                  {published ? '' : ` (${m.draftOnly})`}
                </>
              ))}
            </>
          )}
        </p>
      </li>
    ))}
  </ul>
)

/** "Audio", "12:34", "8.1 MB", "Captions". */
export const factsOf = ({ kind, duration, pages, bytes, width, height, captions }: Attachment): string[] => [
  fileMessages.kinds[kind],
  ...(duration === null ? [] : [fileMessages.duration(Math.round(duration / 1000))]),
  ...(pages === null ? [] : [fileMessages.pages(pages)]),
  ...(width === null ? [] : [`${width} × ${height}`]),
  fileMessages.size(bytes),
  ...(captions === '' ? [] : [fileMessages.captions]),
]
