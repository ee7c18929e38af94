/** Blocks that stories of WordPress share: each story names them by number, and shows their words. */
import { exportItemMessages as m } from '../../../../messages/index.ts'
import type { Library } from './shortcodes.ts'

/** Blocks within one another, and characters that they add to one story: what names itself comes to an end. */
const DEEPEST = 5
const MOST_ADDED = 1_000_000

// linear: everything between the comment's two ends is of a class without its second end.
const NAMED = /<!--\s?wp:(?:core\/)?block (\{[^{}>]{0,300}\}) ?\/-->/g

/** With the words of every block that it names in the block's place; what the export lacks is said in `left`. */
export function withSharedBlocks(
  content: string,
  { sharedWords }: Pick<Library, 'sharedWords'>,
  left: string[],
): string {
  let added = 0
  const within = (words: string, depth: number): string =>
    words.replace(NAMED, (_, attributes: string) => {
      const shared = sharedWords(/"ref":"?(\d{1,20})/.exec(attributes)?.[1] ?? '')
      added += shared?.length ?? 0
      if (shared !== undefined && depth < DEEPEST && added <= MOST_ADDED) return within(shared, depth + 1)
      left.push(m.sharedMissing)
      return ''
    })
  return within(content, 0)
}
