/** What waits longest, behind the link in a moderator's letter. Nobody is signed in here; each button decides one comment. */
import { waitingMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import type { QueueItem } from '../../../moderation/queue/index.ts'
import type { Undoable } from '../../../moderation/undo/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { DecideForms, InAnswerTo } from '../kit/comment-parts.tsx'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
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
    title: m.title,
    children: (
      <>
        <p class="label">{props.site.name}</p>
        <h1>{m.title}</h1>
        <p>{m.hello(props.name, waitingSentence(props), <a href="/newsroom/review">{m.toSignIn}</a>)}</p>
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
  total === 0 ? m.none : total > items.length ? m.longest(items.length, total) : m.some(total)

const Item = ({ site, now, path, item, reasons, typed }: WaitingPageProps & { item: QueueItem }) => (
  <li class="item" aria-labelledby={`who-${item.revisionId}`}>
    <p class="meta">
      {m.onStory(item.story.path ? <a href={item.story.path}>{item.story.headline}</a> : item.story.headline)}
    </p>
    <InAnswerTo parent={item.parent} />
    <article class="comment">
      <header>
        <h2 id={`who-${item.revisionId}`}>
          <bdi class="who">{item.authorName}</bdi>
        </h2>
        <time class="meta" datetime={instant(item.createdAt)} title={dayAndTime(site, item.createdAt)}>
          {shared.waitingFor(now - item.createdAt)}
        </time>
        {item.approved ? <span class="label">{shared.editOfPublished}</span> : null}
      </header>
      <CommentText text={item.text} />
    </article>
    {item.signals.length > 0 ? (
      <ul class="plain signals" aria-label={shared.signals}>
        {item.signals.map(({ state, words }) => (
          <li class={`signal ${state}`}>{state === 'not-checked' ? shared.notChecked(words) : words}</li>
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
    title: m.expired,
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{m.expired}</h1>
        <p>{m.expiredHint}</p>
        <p>
          <a class="button" href="/newsroom/review">
            {m.signIn}
          </a>
        </p>
      </section>
    ),
  })
