/** The pages a comment passes on its way: the second look, and answering another. */

import { unixLines } from '../../../text/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { document } from '../kit/layout.tsx'
import type { CheckPageProps, FormNote, ReplyPageProps } from '../kit/props.ts'
import { BanTold } from '../reports/ban-told.tsx'
import { CommentForm, PROBLEM } from './comment-form.tsx'
import { Comment } from './discussion.tsx'

const FIELDS = { name: 'comment-name', mail: 'comment-mail', text: 'comment-text' } as const

/** The words as they will look, and the form with them in it: to be sent, or put right and sent. */
export function renderCheckPage({ site, story, draft, token, note, parent }: CheckPageProps): string {
  const isProblem = note.kind === 'problem'
  return document({
    site,
    title: `${isProblem ? 'Not sent yet' : 'Check your comment'} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{isProblem ? 'Not sent yet' : 'Check your comment'}</h1>
        <About headline={story.content.headline} path={story.path} />
        <Note note={note} />
        {parent ? <Answered site={site} comment={parent} /> : null}
        {draft.text.trim() !== '' && !isProblem ? (
          <section aria-label="How it will look" class="as-it-looks">
            <article class="comment">
              <header>
                <bdi class="who">{draft.name}</bdi>
              </header>
              <CommentText text={unixLines(draft.text)} />
            </article>
          </section>
        ) : null}
        <CommentForm
          action={`${story.path}/comments`}
          draft={draft}
          token={token}
          houseRule={site.houseRule}
          answeredWithin={site.answeredWithin}
          withoutReview={site.withoutReview}
          mailLeaves={site.mailLeaves}
          {...(parent ? { parent: parent.id } : {})}
          {...(isProblem ? { invalid: note.field } : {})}
        />
      </section>
    ),
  })
}

function Note({ note }: { note: FormNote }) {
  if (note.kind === 'problem' && note.ban) return <BanTold ban={note.ban} id={PROBLEM} />
  if (note.kind === 'problem') {
    return (
      <p class="alert" role="alert" id={PROBLEM}>
        {note.field ? <a href={`#${FIELDS[note.field]}`}>{note.sentence}</a> : note.sentence}
      </p>
    )
  }
  const sentence = {
    'no token': 'This is how it will look. Read it over once more, change what you like, and send it.',
    'old token': 'The page had been open for more than a day. Read your comment over once more and send it.',
    'used token':
      'The form had been sent before with other words, so nothing was done. If you want to send these as well, send them now.',
    flood:
      'Very many comments are arriving just now, so yours is shown to you once more. Read it over and send it; nothing of it is lost.',
  }[note.why]
  return <p class="notice">{sentence}</p>
}

export function renderReplyPage({ site, story, parent, draft, token, mode }: ReplyPageProps): string {
  return document({
    site,
    title: `Answer a comment · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>Answer a comment</h1>
        <About headline={story.content.headline} path={story.path} />
        <Answered site={site} comment={parent} />
        <CommentForm
          action={`${story.path}/comments`}
          draft={draft}
          token={token}
          parent={parent.id}
          houseRule={site.houseRule}
          answeredWithin={site.answeredWithin}
          withoutReview={site.withoutReview}
          mailLeaves={site.mailLeaves}
          mode={mode}
        />
      </section>
    ),
  })
}

const About = ({ headline, path }: { headline: string; path: string }) => (
  <p class="about">
    On <a href={path}>{headline}</a>
  </p>
)

const Answered = ({ site, comment }: { site: CheckPageProps['site']; comment: ReplyPageProps['parent'] }) => (
  <section aria-label="The comment you answer" class="answered">
    <Comment site={site} comment={comment} />
  </section>
)
