/** Writing a standing page. */
import { pagesMessages as m, menusPageMessages } from '../../../messages/index.ts'
import { gapsIn, type Menu, pagePath, type StandingPage } from '../../../paper/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PaperPlaces } from './paper-places.tsx'

/** What an editor writes of a page. */
type PageFields = Pick<StandingPage, 'title' | 'slug' | 'words'>

export interface PageEditProps extends Frame {
  page: StandingPage
  /** What stands in the fields, as typed; `number` is the one that it was opened as. */
  form: PageFields & { number: number }
  savedBy: string | null
  /** The menus that name it. */
  menus: readonly Menu[]
  done?: 'saved' | 'published' | 'unpublished' | undefined
  problem?: { field: keyof PageFields; sentence: string }
  /** What somebody else has saved meanwhile. */
  theirs?: PageFields
}

export const renderPageEditPage = (props: PageEditProps): string => {
  const { page, form, savedBy, menus, done, problem, theirs, ...frame } = props
  const { site } = frame
  const action = `/newsroom/pages/${page.id}`
  return newsroomDocument({
    site,
    frame,
    title: page.title,
    here: 'paper',
    wide: true,
    children: (
      <>
        <PaperPlaces person={frame.person} here="pages" />
        <div class="head">
          <div>
            <p class={`label state-${page.published ? 'published' : 'draft'}`}>
              {page.published ? m.states.published : m.states.draft}
            </p>
            <h1 dir="auto">{page.title}</h1>
          </div>
          <div class="acts">
            <a class="button" href={`${action}/preview`}>
              {m.preview}
            </a>
            {page.published ? (
              <a class="button" href={encodeURI(pagePath(page.slug))}>
                {m.view}
              </a>
            ) : null}
          </div>
        </div>
        <Said done={done} page={page} />
        <Problem sentence={problem?.sentence} />
        {theirs ? <Conflict theirs={theirs} /> : null}
        <div class="columns">
          <form method="post" action={action} class="stack">
            <input type="hidden" name="number" value={String(form.number)} />
            <label for="title">{m.pageTitle}</label>
            <input
              id="title"
              name="title"
              class="large"
              value={escapedText(form.title)}
              dir="auto"
              {...stateOf('title', problem)}
            />
            <label for="slug">
              {m.address} <span class="hint">{m.addressHint(site.url)}</span>
            </label>
            <input id="slug" name="slug" value={escapedText(form.slug)} dir="auto" {...stateOf('slug', problem)} />
            <label for="words">
              {m.words}{' '}
              <span class="hint" id="words-hint">
                {m.wordsHint}
              </span>
            </label>
            <textarea id="words" name="words" rows={24} dir="auto" class="body-field" {...stateOf('words', problem)}>
              {escapedText(`\n${form.words}`)}
            </textarea>
            <div class="acts sticky">
              {page.published ? (
                <button type="submit" class="first">
                  {m.save}
                </button>
              ) : (
                <>
                  <button type="submit">{m.save}</button>
                  <button type="submit" class="first" name="afterwards" value="publish">
                    {m.saveAndPublish}
                  </button>
                </>
              )}
            </div>
            {page.published ? <p class="hint">{m.publishedHint}</p> : null}
          </form>
          <div class="beside">
            <Gaps words={form.words} />
            <p class="meta">
              {m.lastSaved(<time datetime={instant(page.changedAt)}>{dayAndTime(site, page.changedAt)}</time>, savedBy)}
            </p>
            {page.published ? (
              <section>
                <h2>{m.unpublish}</h2>
                <p class="hint">{m.unpublishHint}</p>
                <form method="post" action={`${action}/unpublish`}>
                  <button type="submit">{m.unpublish}</button>
                </form>
              </section>
            ) : null}
            <details>
              <summary>{m.remove}</summary>
              <p class="hint">
                {m.removeHint}
                {menus.length > 0 ? ` ${m.removeInMenu(menus.map((menu) => menusPageMessages.where[menu]))}` : ''}
              </p>
              <form method="post" action={`${action}/remove`}>
                <button type="submit">{m.removeForGood}</button>
              </form>
            </details>
          </div>
        </div>
      </>
    ),
  })
}

const stateOf = (field: keyof PageFields, problem: PageEditProps['problem']) =>
  problem?.field === field
    ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const)
    : field === 'words'
      ? ({ 'aria-describedby': 'words-hint' } as const)
      : {}

const Said = ({ done, page }: Pick<PageEditProps, 'done' | 'page'>) => {
  if (done === 'unpublished') return <Done>{m.unpublished}</Done>
  if (done === undefined) return null
  const path = encodeURI(pagePath(page.slug))
  return <Done>{page.published ? m.published(<a href={path}>{page.title}</a>) : m.saved}</Done>
}

/** What only the newsroom can know, and has not written yet. */
const Gaps = ({ words }: { words: string }) => {
  const gaps = gapsIn(words)
  if (gaps.length === 0) return null
  return (
    <section>
      <h2>{m.toFill}</h2>
      <ul class="plain lines">
        {[...new Set(gaps)].map((gap) => (
          <li dir="auto">{gap}</li>
        ))}
      </ul>
    </section>
  )
}

/** Someone else saved meanwhile: both are here, and the writer decides. */
const Conflict = ({ theirs }: { theirs: PageFields }) => (
  <section class="alert" role="alert">
    <p>{m.conflict}</p>
    <details open>
      <summary>{m.theirs}</summary>
      <label for="theirs-title">{m.theirTitle}</label>
      <input id="theirs-title" value={escapedText(theirs.title)} readonly dir="auto" />
      <label for="theirs-slug">{m.theirAddress}</label>
      <input id="theirs-slug" value={escapedText(theirs.slug)} readonly dir="auto" />
      <label for="theirs-words">{m.theirWords}</label>
      <textarea id="theirs-words" rows={12} readonly dir="auto">
        {escapedText(`\n${theirs.words}`)}
      </textarea>
    </details>
  </section>
)
