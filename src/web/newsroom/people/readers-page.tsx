/** Readers who are known: the list, one reader's record, and erasing what is kept of a person. */

import { readersMessages as m } from '../../../messages/index.ts'
import type { ReaderComment } from '../../../moderation/comments/index.ts'
import type { ReaderLine } from '../../../privacy/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { STATES } from '../kit/comment-states.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'

export const renderReadersPage = ({
  readers,
  find,
  next,
  later,
  ...frame
}: Frame & { readers: readonly ReaderLine[]; find: string; next: string | null; later: boolean }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="readers" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <p class="meta">{m.lead}</p>
        <form method="get" action="/newsroom/readers" class="pair">
          <div>
            <label for="find">
              {m.find} <span class="hint">{m.findHint}</span>
            </label>
            <input id="find" name="find" value={find} dir="auto" />
          </div>
          <p>
            <button type="submit">{m.findIt}</button>
          </p>
        </form>
        {readers.length === 0 ? (
          <p class="empty">{find !== '' ? m.nobodyFound : later ? m.noOlder : m.noneYet}</p>
        ) : (
          <ul class="plain lines">
            {readers.map((reader) => (
              <li>
                <a href={`/newsroom/readers/${reader.id}`}>
                  <bdi>{nameOf(reader)}</bdi>
                </a>
                <span class="meta">
                  {m.line(
                    reader.comments,
                    <time datetime={instant(reader.since)}>{dayAndTime(frame.site, reader.since)}</time>,
                    reader.mail,
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {next ? (
          <p>
            <a href={next}>{m.older}</a>
          </p>
        ) : null}
      </>
    ),
  })

const nameOf = ({ name, erasedAt }: { name: string; erasedAt: number | null }): string =>
  erasedAt !== null ? m.erasedName : name || m.noName

export const renderReaderPage = ({
  reader,
  comments,
  next,
  mayErase,
  erased,
  ...frame
}: Frame & {
  reader: ReaderLine
  comments: readonly ReaderComment[]
  next: string | null
  mayErase: boolean
  erased: boolean
}): string => {
  const { site } = frame
  const [newest] = comments
  return newsroomDocument({
    site,
    frame,
    title: m.reader(nameOf(reader)),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="readers" />
        <div class="head">
          <h1>
            <bdi>{nameOf(reader)}</bdi>
          </h1>
        </div>
        {erased ? <Done>{m.nowErased}</Done> : null}
        <p class="meta">
          {reader.erasedAt === null
            ? m.since(reader.mail, dayAndTime(site, reader.since))
            : m.erasedSince(reader.mail, dayAndTime(site, reader.since), dayAndTime(site, reader.erasedAt))}
        </p>
        <section class="part">
          <h2>{m.comments}</h2>
          {comments.length === 0 ? <p class="empty">{m.noComments}</p> : null}
          <ul class="plain lines">
            {comments.map((comment) => (
              <li>
                <span class="label">{STATES[comment.state]}</span>
                <a href={`/newsroom/comments/${comment.commentId}`} class="excerpt">
                  <bdi>{comment.text || m.erasedText}</bdi>
                </a>
                <span class="meta">
                  {m.as(
                    <bdi>{comment.authorName}</bdi>,
                    <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>,
                  )}
                </span>
              </li>
            ))}
          </ul>
          {next ? (
            <p>
              <a href={next}>{m.older}</a>
            </p>
          ) : null}
        </section>
        {reader.erasedAt === null ? (
          <section class="part">
            <h2>{m.actions}</h2>
            <p>{newest ? <a href={`/newsroom/comments/${newest.commentId}/ban`}>{m.ban}</a> : m.noBan}</p>
            {mayErase ? (
              <>
                <p>{m.download(<a href={`/newsroom/readers/${reader.id}/export`}>{m.data}</a>)}</p>
                <EraseForm action={`/newsroom/readers/${reader.id}/erase`} of="reader" />
              </>
            ) : (
              <p class="hint">{m.whoMayErase}</p>
            )}
          </section>
        ) : null}
      </>
    ),
  })
}

const EraseForm = ({ action, of }: { action: string; of: 'reader' | 'comment' }) => (
  <form method="post" action={action} class="erase">
    <fieldset>
      <legend>{of === 'reader' ? m.eraseReader : m.eraseAuthor}</legend>
      <label class="check">
        <input type="radio" name="words" value="keep" required /> {m.stays}
      </label>
      <label class="check">
        <input type="radio" name="words" value="blank" required /> {m.goes}
      </label>
    </fieldset>
    <p>
      <button type="submit">{m.erase}</button>
    </p>
  </form>
)

export const renderEraseCommentPage = ({
  commentId,
  authorName,
  problem,
  ...frame
}: Frame & { commentId: string; authorName: string; problem?: string }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.eraseTitle,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <h1>{m.eraseComment(<bdi>{authorName}</bdi>)}</h1>
        </div>
        <p>{m.eraseWhen}</p>
        <Problem sentence={problem} />
        <EraseForm action={`/newsroom/comments/${commentId}/erase`} of="comment" />
        <p>
          <a href={`/newsroom/comments/${commentId}`}>{m.cancel}</a>
        </p>
      </>
    ),
  })
