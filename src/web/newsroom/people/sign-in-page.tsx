/** The newsroom's door: a name and a password, a passkey, or a one-time link. */
import { PasskeyDoor, ShowPassword } from '../../kit/door-parts.tsx'
import type { Kept } from '../../kit/kept-words.ts'
import type { Site } from '../../site/kit/props.ts'
import { KeptWords, Waiting } from '../kit/kept-page.tsx'
import { newsroomDocument, Problem } from '../kit/layout.tsx'

interface SignInPageProps {
  site: Site
  /** The path of the browser code for passkeys; null where the site can't have them. */
  doorScript: string | null
  problem?: string
  signedOut?: boolean
  /** What was typed as the name; the password is never given back. */
  name?: string
  /** What was written before it was seen that nobody is signed in. */
  kept?: Kept | null
}

export const renderSignInPage = ({ site, doorScript, problem, signedOut, name, kept }: SignInPageProps): string =>
  newsroomDocument({
    site,
    title: 'Sign in',
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{signedOut || kept ? 'You are signed out' : 'Newsroom'}</h1>
        {kept ? (
          <p>
            Nothing was saved, and nothing is lost: what you wrote is <a href="#words">below</a>. Sign in here, and it
            comes with you.
          </p>
        ) : null}
        <Problem sentence={problem} />
        {doorScript ? (
          <PasskeyDoor
            ask="/newsroom/sign-in/passkey/ask"
            action="/newsroom/sign-in/passkey"
            way="sign"
            label="Sign in with a passkey"
          >
            {kept ? <Waiting pending={kept} /> : null}
          </PasskeyDoor>
        ) : null}
        <form method="post" action="/newsroom/sign-in/password" enctype="multipart/form-data" class="stack">
          {kept ? <Waiting pending={kept} /> : null}
          <label for="name">
            Name <span class="hint">Your mail address, or what you chose when you set a password.</span>
          </label>
          <input id="name" name="name" required autocomplete="username" value={name ?? ''} dir="auto" />
          <label for="password">Password</label>
          <input id="password" name="password" type="password" required autocomplete="current-password" dir="ltr" />
          <ShowPassword field="password" />
          <p>
            <button class="first" type="submit">
              Sign in
            </button>
          </p>
        </form>
        <h2>By a one-time link</h2>
        <p>
          Open your link to come in. The first editor’s link was printed where Courant was started; an editor makes
          links for colleagues under People. A link also brings you back where a password, a device or a code was lost.
          {kept
            ? ' Open it in another tab of this browser, come back to this page, and send your words from below.'
            : ''}
        </p>
        <p class="hint">
          No editor at hand? Run <code>node dist/main.js sign-in</code> in the folder where Courant runs, and open what
          it prints.
        </p>
        {kept ? (
          <>
            <h2 id="words">What you wrote</h2>
            <KeptWords kept={kept} fixed button="I have signed in: send it again" />
          </>
        ) : null}
        <p>
          <a href="/">Back to the paper</a>
        </p>
      </section>
    ),
  })

interface CodePageProps {
  site: Site
  step: string
  problem?: string
  kept: Kept | null
}

/** The second half, where the person has set up codes. */
export const renderCodePage = ({ site, step, problem, kept }: CodePageProps): string =>
  newsroomDocument({
    site,
    title: 'Your code',
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>Your code</h1>
        <Problem sentence={problem} />
        <form method="post" action="/newsroom/sign-in/code" enctype="multipart/form-data" class="stack">
          {kept ? <Waiting pending={kept} /> : null}
          <input type="hidden" name="step" value={step} />
          <label for="code">
            The six figures that your device shows now{' '}
            <span class="hint">If the device is lost, one of your recovery codes.</span>
          </label>
          <input
            id="code"
            name="code"
            required
            autocomplete="one-time-code"
            maxlength={40}
            dir="ltr"
            {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' } : {})}
          />
          <p>
            <button class="first" type="submit">
              Sign in
            </button>
          </p>
        </form>
        {kept ? (
          <p class="hint">What you wrote comes with you.</p>
        ) : (
          <p>
            <a href="/newsroom/sign-in">Begin again</a>
          </p>
        )}
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
