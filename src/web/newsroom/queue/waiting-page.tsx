/** What waits longest, behind the link in a moderator's letter. Nobody is signed in here; each button decides one comment. */
import type { QueueItem } from '../../../moderation/queue/index.ts'
import type { Undoable } from '../../../moderation/undo/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { DecideForms, InAnswerTo } from '../kit/comment-parts.tsx'
import { newsroomDocument, Problem, since } from '../kit/layout.tsx'
import type { ReasonButton, TypedNote } from '../kit/props.ts'
import { NotSent } from '../kit/too-late.tsx'
import { UndoList } from '../kit/undo-list.tsx'

interface WaitingPageProps {
  site: Site
  now: number
  /** /newsroom/waiting/… */
  path: string
  name: string
  items: readonly QueueItem[]
  total: number
  reasons: readonly ReasonButton[]
  undoable: readonly Undoable[]
  conflict?: string
  typed?: TypedNote
}

export const renderWaitingPage = (props: WaitingPageProps): string =>
  newsroomDocument({
    site: props.site,
    title: 'What waits',
    children: (
      <>
        <p class="label">{props.site.name}</p>
        <h1>What waits</h1>
        <p>
          Hello {props.name}. {props.total === 0 ? 'Nothing waits for review.' : waitingSentence(props)} What you press
          here is recorded as yours. This page is all that its link opens; for the rest of the newsroom,{' '}
          <a href="/newsroom/review">sign in</a>.
        </p>
        <Problem sentence={props.conflict} />
        <NotSent typed={props.typed} items={props.items} />
        <UndoList action={`${props.path}/undo`} undoable={props.undoable} now={props.now} />
        {props.items.length === 0 ? null : (
          <ol class="plain">
            {props.items.map((item) => (
              <Item {...props} item={item} />
            ))}
          </ol>
        )}
      </>
    ),
  })

const waitingSentence = ({ total, items }: WaitingPageProps): string =>
  total > items.length
    ? `These are the ${items.length} that have waited longest, of ${total.toLocaleString('en')}.`
    : total === 1
      ? 'One comment waits.'
      : `${total} comments wait, the oldest first.`

const Item = ({ site, now, path, item, reasons, typed }: WaitingPageProps & { item: QueueItem }) => (
  <li class="item" aria-labelledby={`who-${item.revisionId}`}>
    <p class="meta">On {item.story.path ? <a href={item.story.path}>{item.story.headline}</a> : item.story.headline}</p>
    <InAnswerTo parent={item.parent} />
    <article class="comment">
      <header>
        <h2 id={`who-${item.revisionId}`}>
          <bdi class="who">{item.authorName}</bdi>
        </h2>
        <time class="meta" datetime={instant(item.createdAt)} title={dayAndTime(site, item.createdAt)}>
          waiting {since(now, item.createdAt)}
        </time>
        {item.approved ? <span class="label">Edit of a published comment</span> : null}
      </header>
      <CommentText text={item.text} />
    </article>
    {item.signals.length > 0 ? (
      <ul class="plain signals" aria-label="Signals">
        {item.signals.map(({ state, words }) => (
          <li class={`signal ${state}`}>
            {state === 'not-checked' ? 'Not checked: ' : ''}
            {words}
          </li>
        ))}
      </ul>
    ) : null}
    <div class="item-buttons">
      <DecideForms
        action={`${path}/decide`}
        revisionId={item.revisionId}
        reasons={reasons}
        {...(typed?.revisionId === item.revisionId ? { note: typed.note } : {})}
      />
    </div>
  </li>
)

/** The link is over, or was never one. */
export const renderWaitingOverPage = ({ site }: { site: Site }): string =>
  newsroomDocument({
    site,
    title: 'This link is over',
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>This link is over</h1>
        <p>It works for twelve hours, while its person may review comments. Sign in to go on.</p>
        <p>
          <a class="button" href="/newsroom/review">
            Sign in
          </a>
        </p>
      </section>
    ),
  })
