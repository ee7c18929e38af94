import type { Site } from '../site/props.ts'
import { newsroomDocument, Problem } from './layout.tsx'

export const renderSignInPage = ({
  site,
  problem,
  signedOut,
}: {
  site: Site
  problem?: string
  signedOut?: boolean
}): string =>
  newsroomDocument({
    site,
    title: 'Sign in',
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{signedOut ? 'You are signed out' : 'Newsroom'}</h1>
        <Problem sentence={problem} />
        <p>
          Open your one-time link to come in. The first editor’s link was printed where Courant was started; an editor
          makes links for colleagues under People.
        </p>
        <p class="hint">
          Lost it? Run <code>node dist/main.js sign-in</code> in the folder where Courant runs, and open what it prints.
        </p>
        <p>
          <a href="/">Back to the paper</a>
        </p>
      </section>
    ),
  })

/** A link that was opened: it is used up by the button only, since mail programs open links by themselves. */
export const renderSignInConfirmPage = ({ site, token, name }: { site: Site; token: string; name: string }): string =>
  newsroomDocument({
    site,
    title: 'Sign in',
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>Welcome, {name}</h1>
        <p>This link works once. It signs in this browser for 30 days.</p>
        <form method="post" action="/newsroom/sign-in">
          <input type="hidden" name="token" value={token} />
          <button class="first" type="submit">
            Sign in
          </button>
        </form>
      </section>
    ),
  })
