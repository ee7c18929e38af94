/** Comments of every state, found: a form that asks by its address, and what fits it. */
import type { CommentsFound, FoundComment } from '../../../moderation/comments/index.ts'
import { LONGEST_FIELD } from '../../../moderation/queue/index.ts'
import { REVISION_STATE_NAMES } from '../../../store/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { STATES, wasDecided } from '../kit/comment-states.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import { MarkedText } from '../kit/marked-text.tsx'
import type { Frame } from '../kit/props.ts'
import { Select, StoryField } from './queue-filters.tsx'
import { ReviewPlaces } from './review-places.tsx'

/** As it was typed. */
export interface SearchQuestion {
  q: string
  state: string
  story: string
  author: string
  days: string
}

export interface SearchPageProps extends Frame {
  question: SearchQuestion
  /** The story that is asked for. */
  storyHeadline: string | null
  /** Headlines of the stories edited last, to choose from. */
  stories: readonly string[]
  /** Absent where nothing was asked. */
  found?: CommentsFound
  /** Whether these are the first that were found. */
  isFirst?: boolean
  problem?: string
}

const TIMES = [
  ['1', 'a day'],
  ['7', 'a week'],
  ['31', 'a month'],
  ['366', 'a year'],
] as const

export const renderSearchPage = (props: SearchPageProps): string => {
  const { question, storyHeadline, stories, found, isFirst, problem, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: question.q ? `${question.q} · Search comments` : 'Search comments',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="search" />
        <div class="head">
          <h1>Search comments</h1>
        </div>
        <p class="meta">Of every state: waiting, published, rejected, withdrawn, taken down.</p>
        <SearchForm question={question} stories={stories} problem={problem} />
        {storyHeadline ? (
          <p class="meta">
            On: <bdi>{storyHeadline}</bdi>
          </p>
        ) : null}
        {problem ? null : found ? (
          <Found site={frame.site} question={question} found={found} isFirst={isFirst ?? true} />
        ) : (
          <p class="empty">Type a word, or choose a state, a story, a name or a time.</p>
        )}
      </>
    ),
  })
}

const SearchForm = ({
  question,
  stories,
  problem,
}: Pick<SearchPageProps, 'question' | 'stories'> & { problem: string | undefined }) => (
  <search>
    <form method="get" action="/newsroom/review/search" class="filter-form">
      <Problem sentence={problem} />
      <p class="wide-field">
        <label for="q">Words</label>
        <input id="q" name="q" type="search" value={question.q} maxlength={LONGEST_FIELD} dir="auto" />
        <span class="hint">All words, any ending. Use “quotes” for an exact phrase.</span>
      </p>
      <p>
        <label for="state">State</label>
        <Select
          name="state"
          value={question.state || undefined}
          any="Any"
          options={REVISION_STATE_NAMES.map((name) => [name, STATES[name]])}
        />
      </p>
      <p>
        <label for="author">Commenter’s name</label>
        <input id="author" name="author" value={question.author} maxlength={LONGEST_FIELD} dir="auto" />
      </p>
      <p>
        <label for="story">Story</label>
        <StoryField
          typed={question.story}
          stories={stories}
          {...(problem ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {})}
        />
      </p>
      <p>
        <label for="days">Not older than</label>
        <Select name="days" value={question.days || undefined} any="Any time" options={TIMES} />
      </p>
      <button type="submit" class="first">
        Search
      </button>
    </form>
  </search>
)

const Found = ({
  site,
  question,
  found: { comments, before },
  isFirst,
}: {
  site: Site
  question: SearchQuestion
  found: CommentsFound
  isFirst: boolean
}) => {
  const fields = Object.entries(question).filter(([, value]) => value !== '')
  const further =
    before === null ? null : `/newsroom/review/search?${new URLSearchParams([...fields, ['before', String(before)]])}`
  const count = comments.length === 1 ? 'One comment' : `${comments.length} comments`
  return (
    <section aria-labelledby="found">
      <h2 id="found">{comments.length === 0 ? 'None found' : further ? `${count}, the newest first` : count}</h2>
      {comments.length === 0 ? (
        <p class="empty" role="status">
          {further
            ? 'None of the newest that were looked through fits; there are older ones.'
            : isFirst
              ? 'No comment fits all of this. Leave out a word, or one of the choices.'
              : 'No older comment fits.'}
        </p>
      ) : (
        <ol class="plain found">
          {comments.map((comment) => (
            <Line site={site} comment={comment} />
          ))}
        </ol>
      )}
      {further ? (
        <p>
          <a class="button" href={further}>
            Older ones
          </a>
        </p>
      ) : null}
    </section>
  )
}

const Line = ({ site, comment }: { site: Site; comment: FoundComment }) => (
  <li>
    <p class="found-head">
      <span class={`label state-of-${comment.state}`}>
        {comment.last ? STATES[comment.state] : `Earlier words: ${STATES[comment.state].toLowerCase()}`}
      </span>{' '}
      <a href={`/newsroom/comments/${comment.commentId}`} class="who">
        <bdi>{comment.authorName}</bdi>
      </a>{' '}
      <span class="meta">
        on{' '}
        <a href={`/newsroom/stories/${comment.story.id}`}>{comment.story.headline || 'a story without a headline'}</a>,{' '}
        <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>
      </span>
    </p>
    <MarkedText text={comment.text} found={comment.found} />
    {comment.last && wasDecided(comment.state) ? (
      <form method="post" action={`/newsroom/comments/${comment.commentId}/reopen`}>
        <button type="submit">
          Reopen<span class="visually-hidden"> the comment by {comment.authorName}</span>
        </button>
      </form>
    ) : null}
  </li>
)
