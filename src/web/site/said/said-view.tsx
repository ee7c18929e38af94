/** How statements look wherever readers meet them: on a story's panel, on a topic's page, among what was found. */
import type { Child } from 'hono/jsx'
import { saidMessages as m } from '../../../messages/index.ts'
import type { Site } from '../kit/props.ts'
import { edtfWords } from './edtf-words.ts'
import type { SaidView } from './said-props.ts'
import { clipped } from './statement-words.ts'

/** Of a longer statement the beginning stands here; the story has the whole. */
const LONGEST = 280

/** What was said, leading to where it stands; beneath it how, through whom and when. */
export const Said = ({ site, said, children }: { site: Site; said: SaidView; children?: Child }) => {
  const parts = [...circumstances(site, said), children].filter(Boolean)
  return (
    <>
      <p class={`said-words ${said.kind}`} dir="auto">
        <a href={said.href}>{clipped(said.words, LONGEST)}</a>
      </p>
      {parts.length > 0 ? (
        <p class="meta">
          {parts.map((part, index) => (
            <>
              {index > 0 ? ' · ' : ''}
              {part}
            </>
          ))}
        </p>
      ) : null}
    </>
  )
}

/** "claimed", "told reporters", "through a report", "on condition of anonymity", "16 May 2024". */
function circumstances(site: Site, { kind, cue, sources, when }: SaidView): string[] {
  const listener = sources.find((source) => source.kind === 'audience')
  const tells = listener !== undefined && /\b(?:tell|tells|told)$/i.test(cue ?? '')
  return [
    tells ? `${cue} ${listener.text}` : (cue ?? (kind === 'direct' ? m.inTheirWords : '')),
    ...sources.filter((source) => !(tells && source === listener)).map(sourceWords),
    when === null ? '' : edtfWords(site, when),
  ]
}

/** "to reporters", "on condition of anonymity", "through a report". */
export function sourceWords({ kind, text }: SaidView['sources'][number]): string {
  if (kind === 'audience') return m.to(text)
  if (kind === 'condition') return conditionWords(text)
  return m.through(text)
}

/** "anonymity" and "condition of anonymity" as it is said: "on condition of anonymity". */
export const conditionWords = (text: string): string =>
  /^on\b/i.test(text) ? text : /^(?:the )?condition\b/i.test(text) ? m.on(text) : m.onCondition(text)

export const KIND_WORDS = m.kinds
