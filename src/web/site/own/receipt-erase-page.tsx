/** Erasing one's data: what goes, what stays, and the choice of the words. */
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
    title: `Erase your data · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>Erase your data</h1>
        <p>
          {of === 'account'
            ? 'Your name, your address, your passkeys, your email choices and your account go for good.'
            : 'Your name and your address go from this comment for good, and so do emails and appeals about it.'}{' '}
          What was decided stays on record, without you in it.
        </p>
        {problem ? (
          <p class="alert" role="alert" id="problem">
            {problem}
          </p>
        ) : null}
        <form method="post" action={action} class="erase">
          <fieldset {...(problem ? { 'aria-describedby': 'problem' } : {})}>
            <legend>{of === 'account' ? 'The words of your comments' : 'The words of the comment'}</legend>
            <label class="check">
              <input type="radio" name="words" value="keep" required /> stay, without your name
            </label>
            <label class="check">
              <input type="radio" name="words" value="blank" required /> go too; their place in the discussion stays
              empty
            </label>
          </fieldset>
          <p class="send">
            <button type="submit">Erase for good</button>
            <span class="meta">Nobody can bring it back.</span>
          </p>
        </form>
        <p>
          <a href={back}>Leave everything as it is</a>
        </p>
      </section>
    ),
  })

export const renderErasedPage = ({ site }: { site: Site }): string =>
  document({
    site,
    title: `Erased · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>Erased</h1>
        <p>It is gone from this site. Backups of the newsroom lose it as they are replaced.</p>
        <p>
          <a href="/">To the front page</a>
        </p>
      </section>
    ),
  })
