/** "Who says so": under a story, a strip of who speaks how much; it unfolds to what each of them says. */
import type { Child } from 'hono/jsx'
import { saidMessages as m } from '../../../messages/index.ts'
import { scriptOf } from '../../../text/index.ts'
import type { Site } from '../kit/props.ts'
import { edtfWords } from './edtf-words.ts'
import type { SentenceView, SpeakerView, WhoSaysSo } from './said-props.ts'
import { sourceWords } from './said-view.tsx'

/** Named on the strip, which is one line or two. */
const NAMED = 4
/** Of each speaker so many sentences stand open; the rest unfolds. */
const OPEN_SENTENCES = 4
/** Shades of the bar; whoever comes after has the last. */
const SHADES = 6

/** Nothing where the story has no statement: an empty heading would say that nobody knows anything. */
export const SaidPanel = ({ site, said }: { site: Site; said: Pick<WhoSaysSo, 'speakers'> }) => {
  if (said.speakers.length === 0) return null
  const speakers = [...said.speakers].sort((a, b) => rank(a) - rank(b) || b.share - a.share)
  return (
    <section class="said" aria-labelledby="who-says-so">
      <details>
        <summary>
          <h2 id="who-says-so" class="label">
            {m.whoSaysSo}
          </h2>
          <span class="strip">{stripWords(speakers)}</span>
          <Bar speakers={speakers} />
        </summary>
        <p class="meta">{m.seeInStory}</p>
        <ul class="plain speakers">
          {speakers.map((speaker, index) => (
            <li>
              <h3>
                {speaker.path ? <a href={speaker.path}>{speaker.label}</a> : speaker.label || m.speakerUnknown}{' '}
                {speaker.roles.length > 0 ? <span class="meta">{speaker.roles.join(', ')}</span> : null}{' '}
                <span class={`meta share-of ${shade(index)}`}>{m.ofAllWords(speaker.share)}</span>
              </h3>
              <Sentences site={site} sentences={speaker.sentences} of={speaker.label} />
            </li>
          ))}
        </ul>
        <p class="meta elsewhere">
          <a href="/said">{m.searchAll}</a>
        </p>
      </details>
    </section>
  )
}

/** What nobody is named for comes last. */
const rank = ({ label }: SpeakerView): number => (label === '' ? 1 : 0)

/** "6 people speak: Holm 14%, Abbot 8%, Pike 3%, Lowe 2% and 2 more". */
function stripWords(speakers: readonly SpeakerView[]): string {
  const named = speakers.filter(({ label }) => label !== '')
  if (named.length === 0) return m.nobodySpeaks(speakers.reduce((sum, { statements }) => sum + statements.length, 0))
  const arePeople = named.every(({ kind }) => kind === 'person' || kind === null)
  const who = arePeople ? m.peopleSpeak(named.length) : m.voices(named.length)
  // One that would be "1 more" takes as little room by name.
  const shown = named.slice(0, named.length === NAMED + 1 ? named.length : NAMED)
  const shares = shown.map(({ short, share }) => m.shareOf(isolated(short), share))
  const more = named.length - shown.length
  return m.speakers(who, more > 0 ? [...shares, m.andMore(more)] : shares)
}

/** A name that runs the other way keeps its figure behind it. */
const isolated = (name: string): string => (scriptOf(name)?.direction === 'rtl' ? `\u2068${name}\u2069` : name)

const shade = (index: number): string => `shade-${Math.min(index, SHADES - 1)}`

/** A thin line as long as the story, and in it what each speaker has; the strip says the same in figures. */
const Bar = ({ speakers }: { speakers: readonly SpeakerView[] }) => {
  let at = 0
  return (
    <svg class="voices" width="100%" height="6" aria-hidden="true">
      <rect class="all" width="100%" height="6" />
      {speakers.map(({ share }, index) => {
        const x = at
        at = Math.min(100, at + share * 100)
        return <rect class={shade(index)} x={percent(x)} width={percent(at - x)} height="6" />
      })}
    </svg>
  )
}

const percent = (share: number): string => `${Math.round(share * 10) / 10}%`

const Sentences = ({ site, sentences, of }: { site: Site; sentences: readonly SentenceView[]; of: string }) => {
  // One that would unfold alone takes as little room unfolded.
  const open = sentences.length === OPEN_SENTENCES + 1 ? sentences.length : OPEN_SENTENCES
  return (
    <>
      <SentenceList site={site} sentences={sentences.slice(0, open)} />
      {sentences.length > open ? (
        <details>
          <summary>
            {m.moreSentences(sentences.length - open)}
            {of ? <span class="visually-hidden">{m.byName(of)}</span> : null}
          </summary>
          <SentenceList site={site} sentences={sentences.slice(open)} />
        </details>
      ) : null}
    </>
  )
}

export const SentenceList = ({ site, sentences }: { site: Site; sentences: readonly SentenceView[] }) => (
  <ol class="plain sentences">
    {sentences.map((sentence) => (
      <li>
        <p dir="auto">
          <a href={sentence.href}>{sentence.words}</a>
        </p>
        <Circumstances site={site} sentence={sentence} />
      </li>
    ))}
  </ol>
)

/** Through whom or what it reached us, and when it was said; the sentence itself says how. */
const Circumstances = ({ site, sentence }: { site: Site; sentence: SentenceView }) => {
  const parts = sentence.statements.flatMap(({ sources, when }) => [
    ...sources.map(sourceWords),
    ...(when === null ? [] : [edtfWords(site, when)]),
  ])
  const each: Child[] = [...new Set(parts)].map((part, index) => (index > 0 ? ` · ${part}` : part))
  return each.length > 0 ? <p class="meta">{each}</p> : null
}
