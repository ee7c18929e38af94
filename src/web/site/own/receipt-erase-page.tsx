/** Erasing one's data: what goes, what stays, and the choice of the words. */
import { receiptMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

/** `of` is what is erased: an account with its comments, or the author of one comment. */
export const renderErasePage = ({
  site,
  of,
  action,
  back,
  problem,
}: {
  site: Site
  of: 'account' | 'comment'
  action: string
  back: string
  problem?: string
}): string =>
  document({
    site,
    title: `${m.eraseTitle} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{m.eraseTitle}</h1>
        <p>{of === 'account' ? m.eraseAccount : m.eraseComment}</p>
        {problem ? (
          <p class="alert" role="alert" id="problem">
            {problem}
          </p>
        ) : null}
        <form method="post" action={action} class="erase">
          <fieldset {...(problem ? { 'aria-describedby': 'problem' } : {})}>
            <legend>{of === 'account' ? m.textOfComments : m.textOfComment}</legend>
            <label class="check">
              <input type="radio" name="words" value="keep" required /> {m.keepText}
            </label>
            <label class="check">
              <input type="radio" name="words" value="blank" required /> {m.eraseText}
            </label>
          </fieldset>
          <p class="send">
            <button type="submit">{m.eraseForGood}</button>
            <span class="meta">{m.eraseHint}</span>
          </p>
        </form>
        <p>
          <a href={back}>{m.eraseNothing}</a>
        </p>
      </section>
    ),
  })

export const renderErasedPage = ({ site }: { site: Site }): string =>
  document({
    site,
    title: `${m.erased} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{m.erased}</h1>
        <p>{m.erasedSentence}</p>
        <p>
          <a href="/">{siteFrameMessages.goToFrontPage}</a>
        </p>
      </section>
    ),
  })
