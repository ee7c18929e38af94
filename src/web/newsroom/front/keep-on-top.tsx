/** On a story's page: keeps it on top of the front page. */

import type { Pin } from '../../../front/index.ts'
import { frontEditorMessages as m } from '../../../messages/index.ts'
import type { Site } from '../../site/kit/props.ts'
import { SpanFields, untilInWords } from './span-fields.tsx'

export const KeepOnTop = ({ site, storyId, pin }: { site: Site; storyId: string; pin: Pin | null }) => (
  <section>
    <h2>{m.title}</h2>
    {pin ? (
      <>
        <p>
          {m.onTopNow(<a href="/newsroom/front">{m.frontPage}</a>)} {untilInWords(site, pin.until)}.
        </p>
        <form method="post" action="/newsroom/front/unpin">
          <input type="hidden" name="story" value={storyId} />
          <button type="submit">{m.letGo}</button>
        </form>
      </>
    ) : (
      <form method="post" action="/newsroom/front/pins" class="stack">
        <p class="hint">{m.keepHint}</p>
        <input type="hidden" name="story" value={storyId} />
        <SpanFields site={site} id="top" chosen="tomorrow" />
        <p>
          <button type="submit">{m.keepOnTop}</button>
        </p>
      </form>
    )}
  </section>
)
