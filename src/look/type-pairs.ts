/** The pairs of faces that an editor chooses from. */
import type { FaceName } from './faces.ts'

export interface TypePair {
  /** Headlines and the nameplate; null for what the reader's machine has. */
  display: FaceName | null
  text: FaceName | null
  /** Labels, bylines, buttons. */
  label: FaceName | null
  /** Whether a page that stresses words has room for italics of their own; else the browser slants the text's face. */
  italics?: boolean
}

export const TYPE_PAIRS = {
  source: { display: 'source-serif-4', text: 'source-serif-4', label: 'public-sans' },
  literata: { display: 'literata', text: 'literata', label: 'public-sans' },
  newsreader: { display: 'newsreader', text: 'newsreader', label: 'newsreader' },
  franklin: { display: 'libre-franklin', text: 'source-serif-4', label: 'libre-franklin', italics: true },
  system: { display: null, text: null, label: null },
} as const satisfies Record<string, TypePair>

export type TypePairName = keyof typeof TYPE_PAIRS

export const isTypePair = (name: string): name is TypePairName => Object.hasOwn(TYPE_PAIRS, name)

/** The faces of a pair, each once. */
export const facesOf = (name: TypePairName): FaceName[] => {
  const { display, text, label }: TypePair = TYPE_PAIRS[name]
  return [...new Set([display, text, label].filter((face) => face !== null))]
}
