/** Readers who are known: the list, one reader's record, and erasing what is kept of a person. */

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
    title: 'Readers',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="readers" />
        <div class="head">
          <h1>Readers</h1>
        </div>
        <p class="meta">Readers with a verified address or passkey.</p>
        <form method="get" action="/newsroom/readers" class="pair">
          <div>
            <label for="find">
              Name or address <span class="hint">How it begins.</span>
            </label>
            <input id="find" name="find" value={find} dir="auto" />
          </div>
          <p>
            <button type="submit">Find</button>
          </p>
        </form>
        {readers.length === 0 ? (
          <p class="empty">
            {find !== '' ? 'Nobody of that name or address is known.' : later ? 'Nobody came before.' : 'None yet.'}
          </p>
        ) : (
          <ul class="plain lines">
            {readers.map((reader) => (
              <li>
                <a href={`/newsroom/readers/${reader.id}`}>
                  <bdi>{nameOf(reader)}</bdi>
                </a>
                <span class="meta">
                  {reader.mail ? `${reader.mail}, ` : ''}
                  {reader.comments === 1 ? '1 comment' : `${reader.comments} comments`}, since{' '}
                  <time datetime={instant(reader.since)}>{dayAndTime(frame.site, reader.since)}</time>
                </span>
              </li>
            ))}
          </ul>
        )}
        {next ? (
          <p>
            <a href={next}>Earlier ones</a>
          </p>
        ) : null}
      </>
    ),
  })

const nameOf = ({ name, erasedAt }: { name: string; erasedAt: number | null }): string =>
  erasedAt !== null ? 'Erased' : name || 'Without a name'

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
    title: `Reader ${nameOf(reader)}`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="readers" />
        <div class="head">
          <h1>
            <bdi>{nameOf(reader)}</bdi>
          </h1>
        </div>
        {erased ? <Done>Erased. Nothing of the name and the address is kept.</Done> : null}
        <p class="meta">
          {reader.mail ?? 'No address'}, since {dayAndTime(site, reader.since)}
          {reader.erasedAt !== null ? `; erased ${dayAndTime(site, reader.erasedAt)}` : ''}
        </p>
        <section class="part">
          <h2>Comments</h2>
          {comments.length === 0 ? <p class="empty">None.</p> : null}
          <ul class="plain lines">
            {comments.map((comment) => (
              <li>
                <span class="label">{STATES[comment.state]}</span>
                <a href={`/newsroom/comments/${comment.commentId}`} class="excerpt">
                  <bdi>{comment.text || 'Erased words'}</bdi>
                </a>
                <span class="meta">
                  As <bdi>{comment.authorName}</bdi>,{' '}
                  <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>
                </span>
              </li>
            ))}
          </ul>
          {next ? (
            <p>
              <a href={next}>Earlier ones</a>
            </p>
          ) : null}
        </section>
        {reader.erasedAt === null ? (
          <section class="part">
            <h2>What can be done</h2>
            <p>
              {newest ? (
                <a href={`/newsroom/comments/${newest.commentId}/ban`}>Ban them</a>
              ) : (
                'Someone without a comment can’t be banned.'
              )}
            </p>
            {mayErase ? (
              <>
                <p>
                  <a href={`/newsroom/readers/${reader.id}/export`}>Everything that is kept of them</a>, as a JSON file
                  to be sent to them.
                </p>
                <EraseForm action={`/newsroom/readers/${reader.id}/erase`} of="reader" />
              </>
            ) : (
              <p class="hint">Who may change the settings can export and erase what is kept of them.</p>
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
      <legend>
        {of === 'reader' ? 'Erase their name, address and account. Their words' : 'Erase its author’s name. The words'}
      </legend>
      <label class="check">
        <input type="radio" name="words" value="keep" required /> stay, without the name
      </label>
      <label class="check">
        <input type="radio" name="words" value="blank" required /> go too
      </label>
    </fieldset>
    <p>
      <button type="submit">Erase for good</button>
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
    title: 'Erase a comment',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <h1>
            Erase the comment by <bdi>{authorName}</bdi>
          </h1>
        </div>
        <p>
          For a person who asks for it. What is only against the rules is taken down instead; its record stays whole.
          What was decided stays on record here too, without the words it repeats.
        </p>
        <Problem sentence={problem} />
        <EraseForm action={`/newsroom/comments/${commentId}/erase`} of="comment" />
        <p>
          <a href={`/newsroom/comments/${commentId}`}>Leave it</a>
        </p>
      </>
    ),
  })
