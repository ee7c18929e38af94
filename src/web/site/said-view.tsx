/** How statements look wherever readers meet them: on a story's panel, on a topic's page, among what was found. */
import type { Child } from 'hono/jsx'
import type { NameKind } from '../../reading/index.ts'
import { edtfWords } from './edtf-words.ts'
import type { Site } from './props.ts'
import type { SaidView } from './said-props.ts'
import { clipped } from './statement-words.ts'

/** Of a longer statement the beginning stands here; the story has the whole. */
const LONGEST = 280

/** What was said, leading to where it stands; beneath it how, through whom and when. */
export const Said = ({ site, said, children }: { site: Site; said: SaidView; children?: Child }) => (
  <>
    <p class={`said-words ${said.kind}`} dir="auto">
      <a href={said.href}>{clipped(said.words, LONGEST)}</a>
    </p>
    <p class="meta">
      {[...circumstances(site, said), children].filter(Boolean).map((part, index) => (
        <>
          {index > 0 ? ' · ' : ''}
          {part}
        </>
      ))}
    </p>
  </>
)

/** "said", "through a report", "told reporters", "16 May 2024". */
function circumstances(site: Site, { kind, cue, sources, when }: SaidView): Child[] {
  return [
    cue ?? (kind === 'direct' ? 'in their words' : ''),
    ...sources.map(({ kind: how, text }) =>
      how === 'audience' ? `to ${text}` : how === 'channel' || how === 'document' ? `through ${text}` : text,
    ),
    when === null ? '' : edtfWords(site, when),
  ]
}

export const KIND_WORDS = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
} as const satisfies Record<NameKind, string>

export const PLURALS = {
  person: 'People',
  organization: 'Organizations',
  place: 'Places',
} as const satisfies Record<NameKind, string>

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`
