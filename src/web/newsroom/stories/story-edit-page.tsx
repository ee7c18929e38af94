/** Writing a story. */
import { inMinutes, type StoryMode } from '../../../discussion/index.ts'
import { may } from '../../../people/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { countOf } from '../../site/said/said-view.tsx'
import { StoryBody } from '../../site/story/story-body.tsx'
import { beginningOf } from '../kit/beginning.ts'
import { Done, newsroomDocument, Problem, since } from '../kit/layout.tsx'
import type { StoryEditPageProps } from '../kit/props.ts'
import { ImportReport } from './import-report.tsx'
import type { StoryForm } from './story-form.ts'

const COMMENT_STATES: Record<string, string> = {
  held: 'Waiting',
  approved: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Withdrawn',
  removed: 'Taken down',
}

/** More comments than these stand on no story's page. */
const MOST_COMMENTS = 30

const MODES: Record<StoryMode['kind'], string> = {
  open: 'Comments are open',
  slow: 'Comments come slowly',
  hold: 'Comments are on hold',
  closed: 'Comments are closed',
}

export const renderStoryEditPage = (props: StoryEditPageProps): string => {
  const { story, form, findings, quoted, said, versions, mode, comments, source, problem, conflict, done, ...rest } =
    props
  const { readOnly, ...frame } = rest
  const { site, person } = frame
  const path = `/newsroom/stories/${story.id}`
  const mayPublish = may(person, 'publish')
  return newsroomDocument({
    site,
    frame,
    title: story.headline || 'New story',
    here: 'stories',
    wide: true,
    children: (
      <>
        <div class="head">
          <div>
            <p class={`label state-${story.state}`}>
              {story.state === 'draft'
                ? 'Draft'
                : story.state === 'published'
                  ? 'Published'
                  : 'Published, with unpublished changes'}{' '}
              · saved <time datetime={instant(story.savedAt)}>{dayAndTime(site, story.savedAt)}</time>
            </p>
            <h1 dir="auto">{story.headline || 'New story'}</h1>
          </div>
          <div class="acts">
            <a class="button" href={`${path}/preview`}>
              Preview
            </a>
            {story.path ? (
              <a class="button" href={story.path}>
                View it
              </a>
            ) : null}
          </div>
        </div>
        {done === 'published' && story.path ? (
          <Done>
            Published: <a href={story.path}>{story.headline}</a>.
          </Done>
        ) : null}
        {done === 'saved' ? (
          <Done>
            {mayPublish
              ? 'Saved. Readers see it once you publish.'
              : 'Saved. Readers see it once an editor publishes it.'}
          </Done>
        ) : null}
        <Problem sentence={problem} />
        {conflict ? <Conflict theirs={conflict} /> : null}
        <div class="columns">
          {readOnly ? (
            <ReadOnly {...readOnly} />
          ) : (
            <form method="post" action={path} class="stack story-form" id="story-form">
              <input type="hidden" name="base" value={String(form.base)} />
              <Fields form={form} />
              {story.firstPublishedAt === null && mayPublish ? (
                <div>
                  <label for="date">
                    Publication date{' '}
                    <span class="hint">
                      Leave it empty to publish now. It becomes part of the address and can’t be changed later. Time
                      zone: {site.timeZone}.
                    </span>
                  </label>
                  <input id="date" name="date" type="datetime-local" value={form.date} />
                </div>
              ) : null}
              <div class="acts sticky">
                <button type="submit" class={mayPublish ? undefined : 'first'}>
                  Save
                </button>
                {mayPublish ? (
                  <button class="first" type="submit" name="afterwards" value="publish">
                    {story.state === 'draft' ? 'Save and publish' : 'Save and publish again'}
                  </button>
                ) : null}
              </div>
            </form>
          )}
          <div class="beside">
            <DeskFindings findings={findings} quoted={quoted} />
            <WhoSaysWhat path={path} said={said} />
            {source ? (
              <ImportReport
                storyPath={path}
                source={source}
                canSetRule={may(person, 'settings')}
                houseRule={site.houseRule}
                canSetDate={readOnly === null && story.firstPublishedAt === null && mayPublish}
              />
            ) : null}
            {versions.length > 0 ? (
              <section>
                <h2>Versions</h2>
                <p>
                  <a href={`${path}/versions`}>
                    {versions.length === 1 ? 'One version' : `${versions.length} versions`}
                  </a>
                  , the last of {dayAndTime(site, versions[0]?.publishedAt ?? 0)}.
                </p>
              </section>
            ) : null}
            <section>
              <h2>Comments</h2>
              <p>
                {MODES[mode.kind]}
                {mode.kind === 'slow' ? `, one in ${inMinutes(mode.minutes)} from each person` : ''}.{' '}
                {readOnly === null || may(person, 'moderate') ? <a href={`${path}/discussion`}>Change</a> : null}
              </p>
            </section>
            {comments.length > 0 && may(person, 'moderate') ? (
              <section>
                <h2 class="visually-hidden">The newest comments</h2>
                <ul class="plain lines">
                  {comments.slice(0, MOST_COMMENTS).map((comment) => (
                    <li>
                      <a href={`/newsroom/comments/${comment.id}`}>
                        <bdi>{comment.authorName}</bdi>
                      </a>{' '}
                      <span class="meta">
                        {COMMENT_STATES[comment.state]} · {since(frame.now, comment.createdAt)}
                      </span>
                      <span class="excerpt" dir="auto">
                        {beginningOf(comment.text, 140)}
                      </span>
                    </li>
                  ))}
                </ul>
                {comments.length > MOST_COMMENTS ? (
                  <p class="meta">
                    The newest {MOST_COMMENTS} of {comments.length.toLocaleString('en')}.{' '}
                    <a href={`/newsroom/review/search?story=${story.id}`}>All of them</a>
                  </p>
                ) : null}
              </section>
            ) : null}
            {story.path && mayPublish ? (
              <section>
                <h2>Take it off the site</h2>
                <p class="hint">Its versions, comments and address stay; publishing brings it back.</p>
                <form method="post" action={`${path}/unpublish`}>
                  <button type="submit">Take it off the site</button>
                </form>
              </section>
            ) : null}
          </div>
        </div>
      </>
    ),
  })
}

const Fields = ({ form }: { form: StoryForm }) => (
  <>
    <Line name="headline" label="Headline" value={form.headline} large />
    <label for="standfirst">Standfirst</label>
    <textarea id="standfirst" name="standfirst" rows={2} dir="auto">
      {escapedText(`\n${form.standfirst}`)}
    </textarea>
    <div class="pair">
      <Line name="byline" label="Byline" value={form.byline} />
      <Line name="dateline" label="Dateline" value={form.dateline} />
    </div>
    <label for="body">
      Body{' '}
      <span class="hint" id="body-hint">
        Leave a blank line between paragraphs. ## heading, &gt; quote, - or 1. list, ! note, **strong**, *emphasis*,
        [words](https://…).
      </span>
    </label>
    <textarea id="body" name="body" rows={24} dir="auto" aria-describedby="body-hint" class="body-field">
      {escapedText(`\n${form.body}`)}
    </textarea>
    <fieldset class="stack">
      <legend>Lead picture</legend>
      <Line name="pictureCaption" label="Caption" value={form.pictureCaption} />
      <div class="pair">
        <Line name="pictureSrc" label="Picture address (https://…)" value={form.pictureSrc} />
        <Line name="pictureAlt" label="Description for blind readers (alt text)" value={form.pictureAlt} />
      </div>
      <div class="pair">
        <Line name="pictureCredit" label="Credit" value={form.pictureCredit} />
        <Line name="pictureRights" label="Rights" value={form.pictureRights} />
      </div>
    </fieldset>
    <div class="pair">
      <Line name="section" label="Section" value={form.section} />
      <Line name="language" label="Language (if not the site’s)" value={form.language} />
    </div>
  </>
)

/** For whoever may read the story and not change it: nothing that could be typed into and lost. */
const ReadOnly = ({ why, content }: NonNullable<StoryEditPageProps['readOnly']>) => (
  <article class="read-only">
    <p class="notice">{why}</p>
    {content.standfirst ? (
      <p class="standfirst" dir="auto">
        {content.standfirst}
      </p>
    ) : null}
    {content.byline ? (
      <p class="meta" dir="auto">
        {content.byline}
      </p>
    ) : null}
    <div dir="auto">
      <StoryBody body={content.body} dateline={content.dateline} />
    </div>
  </article>
)

const Line = ({ name, label, value, large }: { name: string; label: string; value: string; large?: boolean }) => (
  <div>
    <label for={name}>{label}</label>
    <input id={name} name={name} value={escapedText(value)} dir="auto" class={large ? 'large' : undefined} />
  </div>
)

/** Someone else saved meanwhile: both texts are here, and the writer decides. */
const Conflict = ({ theirs }: { theirs: StoryForm }) => (
  <section class="alert" role="alert">
    <p>
      <strong>This story was saved elsewhere while you were writing</strong>, by a colleague or by you in another
      window. Your words are in the form below, nothing is lost. The other version is here; take over what you need,
      then save.
    </p>
    <details>
      <summary>The other version</summary>
      <label for="theirs-headline">Its headline</label>
      <input id="theirs-headline" value={theirs.headline} readonly dir="auto" />
      <label for="theirs-body">Its body</label>
      <textarea id="theirs-body" rows={12} readonly dir="auto">
        {theirs.body}
      </textarea>
    </details>
  </section>
)

const SEVERITIES = { stop: 'Before publishing', look: 'To look at', style: 'Style' } as const

/** What the copy desk found in the draft as it was saved, and how much of it is somebody's own words. */
const DeskFindings = ({ findings, quoted }: Pick<StoryEditPageProps, 'findings' | 'quoted'>) => (
  <section>
    <h2>Copy desk</h2>
    {findings.length === 0 ? <p class="empty">No problems found.</p> : null}
    <ul class="plain lines">
      {findings.map(({ severity, sentence }) => (
        <li>
          <span class={`label severity-${severity}`}>{SEVERITIES[severity]}</span>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
    {quoted > 0 ? <p class="meta">{Math.round(quoted * 100)} % of the words are in quotation marks.</p> : null}
  </section>
)

/** In one line who says what in the draft as it was saved; all of it stands on a page of its own. */
const WhoSaysWhat = ({ path, said }: { path: string; said: StoryEditPageProps['said'] }) => (
  <section>
    <h2>Who says what</h2>
    {said.statements === 0 ? (
      <p class="empty">No statement was found.</p>
    ) : (
      <p>
        {countOf(said.statements, 'statement')}: {said.withoutSpeaker} without a speaker, {said.withoutSource} with only
        the speaker as source.
      </p>
    )}
    <p>
      <a href={`${path}/reading`}>Open next to the story</a>
    </p>
  </section>
)
