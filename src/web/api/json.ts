import type { Call, Web } from '../context.ts'
import { answerError, answerKept } from '../kit/answer.ts'
import type { Page } from '../kit/page-cache.ts'
import { storyPathOf } from '../site/kit/paths.ts'

/** An answer kept as pages are, under its path; 404 with the sentence where `draw` finds nothing. */
export async function answerJson(
  web: Web,
  c: Call,
  missing: string,
  draw: () => Promise<{ value: unknown; tags: Page['tags'] } | null>,
): Promise<Response> {
  const kept = await web.pages.fill(storyPathOf(c.req.path), async () => {
    const drawn = await draw()
    return (
      drawn && { body: `${JSON.stringify(drawn.value)}\n`, type: 'application/json; charset=utf-8', tags: drawn.tags }
    )
  })
  return kept ? answerKept(c, kept) : answerError(web, c, 404, { sentence: missing })
}
