/** Writing a story. */
import {
  commentingMessages,
  draftingMessages as drafting,
  embargoPageMessages as embargo,
  storiesMessages as list,
  storyMessages as m,
} from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { SuggestionList } from '../drafts/suggestion-list.tsx'
import { ColleaguesWriting, WhoIsHere } from '../drafts/who-is-here.tsx'
import { StoryEmbargo } from '../embargo/embargo-page.tsx'
import { KeepOnTop } from '../front/keep-on-top.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import { MadeWithAiFields } from '../kit/made-with-ai-fields.tsx'
import type { StoryEditPageProps } from '../kit/props.ts'
import { StoryNotesSection } from '../notes/story-notes.tsx'
import { StoryPlan } from '../planning/story-plan.tsx'
import { StoryEnd, StorySchedule } from '../schedule/story-schedule.tsx'
import { TicketsBeside, TicketsInForm } from '../tickets/tickets-in-form.tsx'
import { StoryStanding, stateInWords } from '../workflow/story-standing.tsx'
import { StoryTrash } from '../workflow/story-trash.tsx'
import { DeskFindings, WhoSaysWhat } from './beside-story.tsx'
import { ImportReport } from './import-report.tsx'
import { NewestComments } from './newest-comments.tsx'
import { OtherHeadlines } from './other-headlines.tsx'
import { ReadOnly } from './read-only-story.tsx'
import { PastedOriginals, StoryBodyField } from './story-body-field.tsx'
import { StoryChange } from './story-change.tsx'
import { StoryFiles } from './story-files.tsx'
import { BylineField, FiledUnderFields, type FilingChoices } from './story-filing.tsx'
import type { StoryForm } from './story-form.ts'
import { StoryPicture, type StoryPictureProps } from './story-picture.tsx'

export const renderStoryEditPage = (props: StoryEditPageProps): string => {
  const { story, form, findings, quoted, said, versions, mode, comments, source, problem, conflict, done, ...rest } =
    props
  const { readOnly, picture, filing, pin, files, times, asked, suggestions, editor, pasted, ...more } = rest
  const { standing, reported, notes, typedNote, plan, ...frame } = more
  const { site, person } = frame
  const path = `/newsroom/stories/${story.id}`
  const mayPublish = may(person, 'publish')
  // While a version waits, the draft has its words.
  const mayPublishDraft = mayPublish && story.heldUntil === null
  return newsroomDocument({
    site,
    frame,
    title: story.headline || list.newStory,
    here: 'stories',
    script: editor?.script ?? frame.notesScript,
    ...(editor ? { scriptFirst: true, styles: editor.styles } : {}),
    wide: true,
    children: (
      <>
        <div class="head">
          <div>
            <p class={`label state-${standing?.state ?? 'draft'}`}>
              {standing ? `${stateInWords(standing)} · ` : null}
              {story.heldUntil === null ? null : `${embargo.underEmbargo(dayAndTime(site, story.heldUntil))} · `}
              {m.saved(<time datetime={instant(story.savedAt)}>{dayAndTime(site, story.savedAt)}</time>)}
            </p>
            <h1 dir="auto">{story.headline || list.newStory}</h1>
          </div>
          <div class="acts">
            <a class="button" href={`${path}/preview`}>
              {m.preview}
            </a>
            {story.path ? (
              <a class="button" href={story.path}>
                {list.viewOnSite}
              </a>
            ) : null}
          </div>
        </div>
        {standing ? (
          <StoryStanding
            {...{ site, standing, mayPublish }}
            storyId={story.id}
            number={story.number}
            toWriter={form.toWriter ?? ''}
            mayWrite={readOnly === null}
          />
        ) : null}
        {done === 'published' && story.path ? (
          <Done>{m.nowPublished(<a href={story.path}>{story.headline}</a>)}</Done>
        ) : null}
        {done === 'saved' ? <Done>{mayPublish ? m.savedToPublish : m.savedForEditor}</Done> : null}
        <Problem sentence={problem} />
        {conflict ? <Conflict theirs={conflict} /> : null}
        {props.locked ? <ColleaguesWriting locked={props.locked} form="story-form" /> : null}
        <WhoIsHere here={props.here} />
        <div class="columns">
          {readOnly ? (
            <ReadOnly {...readOnly} noted={notes.noted} />
          ) : (
            <form method="post" action={path} enctype="multipart/form-data" class="stack story-form" id="story-form">
              <input type="hidden" name="base" value={String(form.base)} />
              <Fields form={form} editor={editor} files={files} filing={filing} mayAdd={mayPublish} {...picture} />
              {story.firstPublishedAt === null && mayPublish ? (
                <div>
                  <label for="date">
                    {m.date} <span class="hint">{m.dateHint(site.timeZone)}</span>
                  </label>
                  <input id="date" name="date" type="datetime-local" value={form.date} />
                </div>
              ) : null}
              {story.heldUntil !== null && mayPublish ? (
                <p class="notice">
                  {embargo.waits(dayAndTime(site, story.heldUntil))} {embargo.savesDraft}
                </p>
              ) : null}
              {story.state !== 'draft' && mayPublishDraft ? <StoryChange form={form} /> : null}
              {mayPublishDraft ? <TicketsInForm groups={reported} chosen={form.closes ?? []} now={frame.now} /> : null}
              <div class="acts sticky">
                <button type="submit" class={mayPublishDraft ? undefined : 'first'}>
                  {m.save}
                </button>
                {mayPublishDraft ? (
                  <button type="submit" name="afterwards" value="embargo">
                    {embargo.saveAndEmbargo}
                  </button>
                ) : null}
                {mayPublishDraft ? (
                  <button class="first" type="submit" name="afterwards" value="publish">
                    {story.state === 'draft' ? m.saveAndPublish : m.saveAndPublishAgain}
                  </button>
                ) : null}
              </div>
            </form>
          )}
          <div class="beside">
            <TicketsBeside groups={reported} now={frame.now} />
            <StoryNotesSection site={site} storyId={story.id} notes={notes} typed={typedNote} />
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
            <PastedOriginals storyPath={path} site={site} pages={pasted} />
            <section>
              <h2>{drafting.history}</h2>
              {versions.length > 0 ? (
                <p>
                  {m.latestVersion(
                    <a href={`${path}/versions`}>{m.versionCount(versions.length)}</a>,
                    dayAndTime(site, versions[0]?.publishedAt ?? 0),
                  )}
                </p>
              ) : null}
              <p>
                <a href={`${path}/history`}>{drafting.allWritten}</a>
              </p>
              {story.path && mayPublish ? (
                <p>
                  <a href={`${path}/correct`}>{embargo.correctLive}</a>
                </p>
              ) : null}
            </section>
            {suggestions.length > 0 || may(person, 'write') ? (
              <section>
                <h2>{drafting.suggestions}</h2>
                {suggestions.length > 0 ? (
                  <>
                    <SuggestionList
                      site={site}
                      storyId={story.id}
                      suggestions={suggestions}
                      mayDecide={readOnly === null}
                    />
                    <p>
                      <a href={`${path}/suggestions`}>{drafting.suggestionsCount(suggestions.length)}</a>
                    </p>
                  </>
                ) : null}
                {may(person, 'write') ? (
                  <p>
                    <a href={`${path}/suggest`}>{drafting.suggest}</a>
                  </p>
                ) : null}
              </section>
            ) : null}
            <section>
              <h2>{m.comments}</h2>
              <p>
                {mode.kind === 'slow' ? commentingMessages.slowMode(mode.minutes) : m.modes[mode.kind]}{' '}
                {readOnly === null || may(person, 'moderate') ? (
                  <a href={`${path}/discussion`}>{m.changeMode}</a>
                ) : null}
              </p>
            </section>
            {may(person, 'moderate') ? <NewestComments now={frame.now} storyId={story.id} comments={comments} /> : null}
            <StoryPlan site={site} storyId={story.id} plan={plan} mayPlan={readOnly === null} />
            {mayPublishDraft ? <StorySchedule {...{ site, storyId: story.id, times, asked }} /> : null}
            <StoryEmbargo site={site} storyId={story.id} until={story.heldUntil} />
            {mayPublish ? <StoryEnd {...{ site, storyId: story.id, times, asked }} /> : null}
            {story.path && mayPublish ? <KeepOnTop site={site} storyId={story.id} pin={pin} /> : null}
            {story.path && mayPublish ? (
              <section>
                <h2>{m.unpublish}</h2>
                <p class="hint">{m.unpublishHint}</p>
                <form method="post" action={`${path}/unpublish`}>
                  <button type="submit">{m.unpublish}</button>
                </form>
              </section>
            ) : null}
            {(story.path ? mayPublish : readOnly === null) ? (
              <StoryTrash storyId={story.id} isLive={story.path !== null} />
            ) : null}
          </div>
        </div>
      </>
    ),
  })
}

const Fields = ({
  form,
  editor,
  files,
  filing,
  mayAdd,
  ...picture
}: StoryPictureProps & { filing: FilingChoices; mayAdd: boolean } & Pick<StoryEditPageProps, 'files' | 'editor'>) => (
  <>
    <Line name="headline" label={m.headline} value={form.headline} large />
    <OtherHeadlines form={form} />
    <label for="standfirst">{m.standfirst}</label>
    <textarea id="standfirst" name="standfirst" rows={2} dir="auto">
      {escapedText(`\n${form.standfirst}`)}
    </textarea>
    <div class="pair">
      <BylineField form={form} authors={filing.authors} />
      <Line name="dateline" label={m.dateline} value={form.dateline} />
    </div>
    <StoryBodyField form={form} editor={editor} />
    <StoryFiles files={files} />
    <StoryPicture form={form} {...picture} />
    <FiledUnderFields form={form} choices={filing} mayAdd={mayAdd} />
    <Line name="language" label={m.language} value={form.language} />
    <MadeWithAiFields value={form.madeWithAi} of="story" />
  </>
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
    <p>{m.conflict}</p>
    <details>
      <summary>{m.theirs}</summary>
      <label for="theirs-headline">{m.theirHeadline}</label>
      <input id="theirs-headline" value={theirs.headline} readonly dir="auto" />
      <label for="theirs-body">{m.theirBody}</label>
      <textarea id="theirs-body" rows={12} readonly dir="auto">
        {theirs.body}
      </textarea>
    </details>
  </section>
)
