/** What stands on the front page: what is kept on top, the rest as it fills itself, and the breaking line. */

import { type BreakingLine, MOST_PINS, type Pin } from '../../../front/index.ts'
import { frontEditorMessages as m } from '../../../messages/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Handle } from '../kit/handle.tsx'
import { ago, Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { changedMeanwhile, Shown, Theirs } from '../settings/shown.tsx'
import { SpanFields, untilInWords } from './span-fields.tsx'

/** A story in its place: the lead, a second, a section's band by its name, or a line. */
interface PlacedLine {
  id: string
  headline: string
  path: string
  firstPublishedAt: number
  place: string
}

export interface FrontEditorProps extends Frame {
  /** `path` and `place` of those that readers see; null where a story is off the site. */
  pins: readonly (Pin & { headline: string; path: string | null; place: string })[]
  others: readonly PlacedLine[]
  breaking: BreakingLine
  /** Whether it leads to a story that readers don't find any more. */
  leadsNowhere: boolean
  /** What was typed into a form that came back. */
  typed?: { pin: string; date: string } | { words: string; path: string; date: string }
  /** The fields of the breaking line that somebody else has changed meanwhile, as they put them. */
  theirs?: Partial<BreakingLine>
  /** The pin that was moved, and which way, so that the same key moves it on. */
  moved?: { id: string; way: 'up' | 'down' }
  done?: keyof typeof m.done
  problem?: string
  script: string
}

export const renderFrontEditorPage = (props: FrontEditorProps): string => {
  const { pins, others, breaking, typed, theirs, moved, done, problem, script, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'front',
    script,
    children: (
      <>
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        {done ? <Done>{m.done[done]}</Done> : null}
        <Problem sentence={theirs ? changedMeanwhile(labelsOf(theirs)) : problem} />
        <section>
          <h2>{m.onTop}</h2>
          {pins.length === 0 ? <p class="empty">{m.nothingOnTop}</p> : <p class="hint">{m.onTopHint(MOST_PINS)}</p>}
          <drag-order>
            <form method="post" action="/newsroom/front/order" id="order">
              <input type="hidden" name="shown" value={pins.map(({ storyId }) => storyId).join(' ')} />
              <input type="hidden" name="order" value="" />
            </form>
            <ol class="plain pins">
              {pins.map((pin, index) => (
                <PinLine {...props} pin={pin} isFirst={index === 0} isLast={index === pins.length - 1} />
              ))}
            </ol>
          </drag-order>
        </section>
        <BreakingForm {...props} />
        <section>
          <h2>{m.theRest}</h2>
          <p class="hint">{others.length === 0 ? m.nothingElse : m.theRestHint}</p>
          <ol class="plain front-lines">
            {others.map((line) => (
              <li>
                <span class="label place">{line.place}</span>
                <a href={`/newsroom/stories/${line.id}`} dir="auto">
                  {line.headline}
                </a>
                <time class="meta" datetime={instant(line.firstPublishedAt)}>
                  {ago(frame.now, line.firstPublishedAt)}
                </time>
                <form method="post" action="/newsroom/front/pins">
                  <input type="hidden" name="story" value={line.id} />
                  <input type="hidden" name="span" value="tomorrow" />
                  <button type="submit" class="quiet" aria-label={`${m.keepOnTop}: ${line.headline}`}>
                    {m.keepOnTop}
                  </button>
                </form>
              </li>
            ))}
          </ol>
        </section>
      </>
    ),
  })
}

const PinLine = ({
  site,
  typed,
  moved,
  pin,
  isFirst,
  isLast,
}: FrontEditorProps & { pin: FrontEditorProps['pins'][number]; isFirst: boolean; isLast: boolean }) => {
  const { storyId, headline, until, place, path } = pin
  const date = typed && 'pin' in typed && typed.pin === storyId ? typed.date : undefined
  const arrow = (way: 'up' | 'down', sign: string, label: string, disabled: boolean) => (
    <button
      type="submit"
      form="order"
      name="move"
      value={`${way} ${storyId}`}
      class="quiet"
      aria-label={label}
      disabled={disabled}
      autofocus={!disabled && moved?.id === storyId && moved.way === way}
    >
      {sign}
    </button>
  )
  return (
    <li data-line={storyId}>
      <Handle />
      <span class="label place">{path === null ? m.offSite : place}</span>
      <a href={`/newsroom/stories/${storyId}`} dir="auto">
        {headline}
      </a>
      <span class="arrows">
        {arrow('up', '↑', m.up(headline), isFirst)}
        {arrow('down', '↓', m.down(headline), isLast)}
      </span>
      <form method="post" action="/newsroom/front/unpin">
        <input type="hidden" name="story" value={storyId} />
        <button type="submit" class="quiet" aria-label={`${m.letGo}: ${headline}`}>
          {m.letGo}
        </button>
      </form>
      {path === null ? <p class="hint">{m.offSiteHint}</p> : null}
      <details open={date !== undefined}>
        <summary>{untilInWords(site, until)}</summary>
        <form method="post" action="/newsroom/front/pins" class="stack">
          <input type="hidden" name="story" value={storyId} />
          <input type="hidden" name="shown" value={String(until)} />
          <SpanFields site={site} id={storyId} {...(date === undefined ? {} : { date })} />
          <p>
            <button type="submit">{m.change}</button>
          </p>
        </form>
      </details>
    </li>
  )
}

/** In characters: a line on a wide screen, three on a phone. */
export const LONGEST_BREAKING_LINE = 140

const BreakingForm = ({ site, now, breaking, leadsNowhere, others, pins, typed, theirs }: FrontEditorProps) => {
  const stands = breaking.words !== '' && breaking.until > now
  const form =
    typed && 'words' in typed ? typed : stands ? { ...breaking, date: '' } : { words: '', path: '', date: '' }
  return (
    <section id="breaking">
      <h2>{m.breaking}</h2>
      <p class="hint">{m.breakingHint}</p>
      <p>{stands ? m.breakingEnds(dayAndTime(site, breaking.until)) : m.none}</p>
      {stands && leadsNowhere ? <p class="held">{m.leadsNowhere}</p> : null}
      <form method="post" action="/newsroom/front/breaking" class="stack">
        <Shown fields={{ ...breaking }} />
        <label for="words">{m.words}</label>
        <input
          id="words"
          name="words"
          value={form.words}
          maxlength={LONGEST_BREAKING_LINE}
          dir="auto"
          {...(theirs?.words === undefined
            ? {}
            : ({ 'aria-invalid': 'true', 'aria-describedby': 'problem theirs-words' } as const))}
        />
        <Theirs id="theirs-words" value={theirs?.words} />
        <label for="path">{m.story}</label>
        <select id="path" name="path">
          <option value="">{m.noLink}</option>
          {storiesToLeadTo([...pins, ...others], form.path).map(({ path, headline }) => (
            <option value={path} selected={path === form.path}>
              {headline}
            </option>
          ))}
        </select>
        <Theirs id="theirs-path" value={theirs?.path} />
        <SpanFields
          site={site}
          id="breaking"
          spans={['2h', 'tonight', 'tomorrow']}
          chosen="2h"
          date={form.date}
          {...(stands ? { end: breaking.until } : {})}
        />
        <Theirs id="theirs-until" value={theirs?.until === undefined ? undefined : dayAndTime(site, theirs.until)} />
        <div class="acts">
          <button class="first" type="submit">
            {m.show}
          </button>
          {stands ? (
            <button type="submit" name="end" value="yes">
              {m.takeDown}
            </button>
          ) : null}
        </div>
      </form>
    </section>
  )
}

/** Those on the front page, and the one that is chosen, should it have left it. */
function storiesToLeadTo(
  stories: readonly { path: string | null; headline: string }[],
  chosen: string,
): { path: string; headline: string }[] {
  const known = stories.flatMap(({ path, headline }) => (path === null ? [] : [{ path, headline }]))
  return chosen === '' || known.some(({ path }) => path === chosen)
    ? known
    : [...known, { path: chosen, headline: chosen }]
}

const labelsOf = (fields: Partial<BreakingLine>): string[] =>
  Object.keys(fields).map((name) => ({ words: m.words, path: m.story, until: m.howLong })[name] ?? name)
