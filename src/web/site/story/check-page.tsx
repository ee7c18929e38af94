/** The pages a comment passes on its way: the second look, and answering another. */

import { discussionMessages as m } from '../../../messages/index.ts'
import { unixLines } from '../../../text/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { document, framedDocument } from '../kit/layout.tsx'
import type { CheckPageProps, FormNote, ReplyPageProps, StoryView } from '../kit/props.ts'
import { BanTold } from '../reports/ban-told.tsx'
import { BESIDE, CommentForm, PROBLEM } from './comment-form.tsx'
import { Comment, FRAMED } from './discussion.tsx'

const FIELDS = { name: 'comment-name', mail: 'comment-mail', text: 'comment-text' } as const

/** The words as they will look, and the form with them in it: to be sent, or put right and sent; in a frame on another site, too. */
export function renderCheckPage({ framed = false, ...props }: CheckPageProps & { framed?: boolean }): string {
  const { site, story, draft, token, note, parent } = props
  const isProblem = note.kind === 'problem'
  const drawn = framed ? framedDocument : document
  return drawn({
    site,
    title: `${isProblem ? m.notSentYet : m.check} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{isProblem ? m.notSentYet : m.check}</h1>
        <About headline={story.content.headline} path={story.path} framed={framed} />
        <Note note={note} />
        {parent ? <Answered site={site} comment={parent} /> : null}
        {draft.text.trim() !== '' && !isProblem ? (
          <section aria-label={m.howItWillLook} class="as-it-looks">
            <article class="comment">
              <header>
                <bdi class="who">{draft.name}</bdi>
              </header>
              <CommentText text={unixLines(draft.text)} />
            </article>
          </section>
        ) : null}
        <CommentForm
          {...placeOf(story, framed)}
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

/** Where the form is sent. */
const placeOf = (story: StoryView, framed: boolean) =>
  framed ? { action: FRAMED.comments, framed: story.id } : { action: `${story.path}/comments` }

function Note({ note }: { note: FormNote }) {
  if (note.kind === 'problem' && note.ban) return <BanTold ban={note.ban} id={PROBLEM} />
  if (note.kind === 'problem') {
    return (
      <p class="alert" role="alert" id={PROBLEM}>
        {note.field ? <a href={`#${FIELDS[note.field]}`}>{note.sentence}</a> : note.sentence}
      </p>
    )
  }
  return <p class="notice">{m.whyChecked[note.why]}</p>
}

export function renderReplyPage({ framed = false, ...props }: ReplyPageProps & { framed?: boolean }): string {
  const { site, story, parent, draft, token, mode } = props
  const drawn = framed ? framedDocument : document
  return drawn({
    site,
    title: `${m.answer} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{m.answer}</h1>
        <About headline={story.content.headline} path={story.path} framed={framed} />
        <Answered site={site} comment={parent} />
        <CommentForm
          {...placeOf(story, framed)}
          draft={draft}
          {...(token === undefined ? {} : { token })}
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

const About = ({ headline, path, framed }: { headline: string; path: string; framed: boolean }) => (
  <p class="about">
    {m.onStory(
      <a href={path} {...(framed ? BESIDE : {})}>
        {headline}
      </a>,
    )}
  </p>
)

const Answered = ({ site, comment }: { site: CheckPageProps['site']; comment: ReplyPageProps['parent'] }) => (
  <section aria-label={m.answered} class="answered">
    <Comment site={site} comment={comment} />
  </section>
)
