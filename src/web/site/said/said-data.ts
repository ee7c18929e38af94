/** What search engines are told of a story's statements and names, in the words of schema.org. */
import type { NameKind } from '../../../reading/index.ts'
import type { SpeakerView, WhoSaysSo } from './said-props.ts'

const TYPES = { person: 'Person', organization: 'Organization', place: 'Place' } as const satisfies Record<
  NameKind,
  string
>
/** Data is for machines, but readers pay for its bytes. */
const MOST = 40

/**
 * `hasPart`: what stands in quotation marks as Quotations, with the
 * Person or Organization who speaks (spokenByCharacter takes these two only);
 * `mentions`: the names. `url` is the site's, without a slash at the end.
 */
export function saidData(
  { speakers, mentions }: Pick<WhoSaysSo, 'speakers' | 'mentions'>,
  url: string,
): Record<string, unknown> {
  const quotations = speakers.flatMap((speaker) =>
    speaker.statements
      .filter(({ quoted }) => quoted !== '')
      .map(({ quoted }) => ({ '@type': 'Quotation', text: withoutLastComma(quoted), ...spokenBy(speaker, url) })),
  )
  const things = mentions.map((mention) => thing(mention.kind, mention.name, mention.path, url))
  return {
    ...(quotations.length > 0 ? { hasPart: quotations.slice(0, MOST) } : {}),
    ...(things.length > 0 ? { mentions: things.slice(0, MOST) } : {}),
  }
}

/** Where a sentence goes on after a quotation, its comma stands inside the marks and is nobody's words. */
const withoutLastComma = (quoted: string): string => (quoted.endsWith(',') ? quoted.slice(0, -1) : quoted)

function spokenBy({ label, kind, path }: SpeakerView, url: string): Record<string, unknown> {
  if (label === '' || kind === null) return {}
  // "Beijing said": where a place speaks, its authorities do.
  return { spokenByCharacter: thing(kind === 'place' ? 'organization' : kind, label, path, url) }
}

export const thing = (kind: NameKind, name: string, path: string | null, url: string): Record<string, unknown> => ({
  '@type': TYPES[kind],
  name,
  ...(path === null ? {} : { url: url + encodeURI(path) }),
})
