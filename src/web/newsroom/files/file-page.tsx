/** One file: the line that puts it into a story, what is said of it, its captions, and where it is used. */
import { type Attachment, attachmentAddress, attachmentHref, captionsHref } from '../../../attachments/index.ts'
import { type LibraryPicture, libraryAddress } from '../../../media/index.ts'
import { filesMessages as m } from '../../../messages/index.ts'
import type { StandingPage } from '../../../paper/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PictureChoices } from '../pictures/picture-choices.tsx'
import { PictureImage } from '../pictures/picture-image.tsx'
import { type FileUse, factsOf } from './files-page.tsx'

/** What stands in the fields, as typed. */
export interface FileForm {
  title: string
  transcript: string
  /** The address of a picture of the library; empty for none. */
  poster: string
}

export interface FilePageProps extends Frame {
  file: Attachment
  form: FileForm
  poster: LibraryPicture | null
  /** The newest pictures, for a poster. */
  recent: readonly LibraryPicture[]
  addedBy: string | null
  uses: readonly FileUse[]
  /** The paper's own pages that show it. */
  pages: readonly Pick<StandingPage, 'id' | 'title' | 'published'>[]
  mayDelete: boolean
  done?: string
  problem?: string
}

export const renderFilePage = (props: FilePageProps): string => {
  const { file, form, poster, recent, addedBy, uses, pages, mayDelete, done, problem, ...frame } = props
  const action = `/newsroom/files/${file.id}`
  const title = file.title || file.name || m.noTitle
  return newsroomDocument({
    site: frame.site,
    frame,
    title,
    here: 'pictures',
    wide: true,
    children: (
      <>
        <p>
          <a href="/newsroom/files">{m.toFiles}</a>
        </p>
        <h1 dir="auto">{title}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <div class="picture-sides">
          <div>
            <p>{m.inBody}</p>
            <p class="line-to-paste">
              <code>{fileLine(file)}</code>
            </p>
            <form method="post" action={action} class="stack">
              <h2>{m.details}</h2>
              <label for="title">
                {m.name} <span class="hint">{m.nameHint}</span>
              </label>
              <input id="title" name="title" value={escapedText(form.title)} dir="auto" />
              {file.kind === 'video' ? <Poster form={form} poster={poster} recent={recent} /> : null}
              {file.kind === 'pdf' ? null : (
                <>
                  <label for="transcript">
                    {m.transcript} <span class="hint">{m.transcriptHint}</span>
                  </label>
                  <textarea id="transcript" name="transcript" rows={8} dir="auto">
                    {escapedText(`\n${form.transcript}`)}
                  </textarea>
                </>
              )}
              <p>
                <button class="first" type="submit">
                  {m.save}
                </button>
              </p>
            </form>
          </div>
          <div>
            <Preview file={file} />
            {file.kind === 'pdf' ? null : <Captions file={file} action={`${action}/captions`} />}
            <Uses uses={uses} pages={pages} />
            <About site={frame.site} file={file} addedBy={addedBy} />
            {mayDelete ? <Delete action={`${action}/delete`} isUsed={uses.length + pages.length > 0} /> : null}
          </div>
        </div>
      </>
    ),
  })
}

/** What stands in a story's body for a file; its title is the story's to change. */
export const fileLine = ({ id, title, name }: Pick<Attachment, 'id' | 'title' | 'name'>): string =>
  `{file ${attachmentAddress(id)} | ${(title || name).replace(/[\\|}\n]/g, ' ').trim()}}`

const Preview = ({ file }: { file: Attachment }) => {
  const track = file.captions ? <track kind="captions" src={captionsHref(file)} label={m.captions} default /> : null
  return (
    <>
      {file.kind === 'audio' ? (
        // biome-ignore lint/a11y/useMediaCaption: they stand there where the newsroom has some
        <audio controls preload="none" src={attachmentHref(file)}>
          {track}
        </audio>
      ) : null}
      {file.kind === 'video' ? (
        // biome-ignore lint/a11y/useMediaCaption: they stand there where the newsroom has some
        <video
          controls
          preload="none"
          src={attachmentHref(file)}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
        >
          {track}
        </video>
      ) : null}
      <p>
        <a href={attachmentHref(file)}>{m.open}</a>
      </p>
      <p class="hint">{m.anyone}</p>
    </>
  )
}

const Poster = ({ form, poster, recent }: Pick<FilePageProps, 'form' | 'poster' | 'recent'>) => (
  <>
    <label for="poster">
      {m.poster} <span class="hint">{m.posterHint}</span>
    </label>
    {poster ? <PictureImage picture={poster} sizes="12rem" alt={poster.caption} /> : null}
    <input id="poster" name="poster" dir="ltr" placeholder={libraryAddress('')} value={escapedText(form.poster)} />
    {recent.length === 0 ? null : (
      <details>
        <summary>{m.recentPictures}</summary>
        <PictureChoices name="posterChosen" sent={libraryAddress} pictures={recent} />
      </details>
    )}
  </>
)

const Captions = ({ file, action }: { file: Attachment; action: string }) => (
  <section>
    <h2>{m.captions}</h2>
    {file.captions ? (
      <p>
        <a href={captionsHref(file)}>{m.captionsNow}</a>
      </p>
    ) : null}
    <form method="post" action={action} enctype="multipart/form-data" class="stack">
      <label for="captions">
        {m.captionsFile} <span class="hint">{m.captionsHint}</span>
      </label>
      <input id="captions" name="captions" type="file" accept=".vtt,.srt,text/vtt" />
      <p>
        <button type="submit">{file.captions ? m.captionsReplace : m.captionsUpload}</button>
      </p>
    </form>
    {file.captions ? (
      <form method="post" action={action}>
        <input type="hidden" name="remove" value="1" />
        <button type="submit" class="quiet">
          {m.captionsRemove}
        </button>
      </form>
    ) : null}
  </section>
)

const Uses = ({ uses, pages }: Pick<FilePageProps, 'uses' | 'pages'>) => (
  <section>
    <h2>{m.uses}</h2>
    {uses.length + pages.length === 0 ? (
      <p class="empty">{m.notUsed}</p>
    ) : (
      <ul class="plain lines">
        {uses.map(({ storyId, headline, published }) => (
          <li>
            <a href={`/newsroom/stories/${storyId}`} dir="auto">
              {headline}
            </a>{' '}
            {published ? null : <span class="label">{m.draftOnly}</span>}
          </li>
        ))}
        {pages.map(({ id, title, published }) => (
          <li>
            <a href={`/newsroom/pages/${id}`} dir="auto">
              {title}
            </a>{' '}
            {published ? null : <span class="label">{m.draftOnly}</span>}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const About = ({ site, file, addedBy }: Pick<FilePageProps, 'site' | 'file' | 'addedBy'>) => (
  <section>
    <h2>{m.file}</h2>
    <ul class="plain lines">
      <li>
        <bdi>{m.fileName(file.name)}</bdi>
      </li>
      <li>{factsOf(file).join(' · ')}</li>
      <li>
        <span>
          {m.addedBy(
            addedBy ?? m.someone,
            <time datetime={instant(file.addedAt)}>{dayAndTime(site, file.addedAt)}</time>,
          )}
        </span>
      </li>
    </ul>
  </section>
)

const Delete = ({ action, isUsed }: { action: string; isUsed: boolean }) =>
  isUsed ? (
    <p class="hint">{m.removeHint}</p>
  ) : (
    <form method="post" action={action}>
      <button type="submit" class="quiet">
        {m.remove}
      </button>
    </form>
  )
