import { startMessages as m } from '../../../messages/index.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

/** Asked before somebody leaves who can't come back by themselves. */
export const renderSignOutPage = (frame: Frame): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.outTitle,
    here: 'account',
    children: (
      <>
        <h1>{m.outTitle}</h1>
        <p>{m.outWhy}</p>
        <p>{m.outHow(<code>node dist/main.js sign-in</code>)}</p>
        <div class="acts">
          <a class="button first" href="/newsroom/account#password">
            {m.outSetFirst}
          </a>
          <form method="post" action="/newsroom/sign-out">
            <button type="submit" name="sure" value="yes" class="quiet">
              {m.outAnyway}
            </button>
          </form>
        </div>
      </>
    ),
  })
