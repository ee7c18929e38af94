/** One sentence on what is happening, over the front page and every story, while an editor says so. */
import { frontMessages as m } from '../../../messages/index.ts'
import type { Site } from './props.ts'

export const BreakingNews = ({ site: { breaking } }: { site: Site }) =>
  breaking ? (
    <p class="breaking">
      <strong class="label">{m.breaking}</strong>{' '}
      {breaking.path ? <a href={encodeURI(breaking.path)}>{breaking.words}</a> : breaking.words}
    </p>
  ) : null
