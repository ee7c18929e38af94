/** The newsroom's door: a name and a password, a passkey, or a one-time link. */
import { signInMessages as m } from '../../../messages/index.ts'
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
    title: m.title,
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{signedOut || kept ? m.signedOut : m.newsroom}</h1>
        {kept ? <p>{m.kept(<a href="#words">{m.below}</a>)}</p> : null}
        <Problem sentence={problem} />
        {doorScript ? (
          <PasskeyDoor
            ask="/newsroom/sign-in/passkey/ask"
            action="/newsroom/sign-in/passkey"
            way="sign"
            label={m.withPasskey}
          >
            {kept ? <Waiting pending={kept} /> : null}
          </PasskeyDoor>
        ) : null}
        <form method="post" action="/newsroom/sign-in/password" enctype="multipart/form-data" class="stack">
          {kept ? <Waiting pending={kept} /> : null}
          <label for="name">
            {m.name} <span class="hint">{m.nameHint}</span>
          </label>
          <input id="name" name="name" required autocomplete="username" value={name ?? ''} dir="auto" />
          <label for="password">{m.password}</label>
          <input id="password" name="password" type="password" required autocomplete="current-password" dir="ltr" />
          <ShowPassword field="password" />
          <p>
            <button class="first" type="submit">
              {m.signIn}
            </button>
          </p>
        </form>
        <h2>{m.byLink}</h2>
        <p>{m.linkHint}</p>
        {kept ? <p>{m.linkKept}</p> : null}
        <p class="hint">{m.noEditor(<code>node dist/main.js sign-in</code>)}</p>
        {kept ? (
          <>
            <h2 id="words">{m.written}</h2>
            <KeptWords kept={kept} fixed button={m.sendAgain} />
          </>
        ) : null}
        <p>
          <a href="/">{m.back}</a>
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
    title: m.code,
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{m.code}</h1>
        <Problem sentence={problem} />
        <form method="post" action="/newsroom/sign-in/code" enctype="multipart/form-data" class="stack">
          {kept ? <Waiting pending={kept} /> : null}
          <input type="hidden" name="step" value={step} />
          <label for="code">
            {m.digits} <span class="hint">{m.digitsHint}</span>
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
              {m.signIn}
            </button>
          </p>
        </form>
        {kept ? (
          <p class="hint">{m.writtenIsKept}</p>
        ) : (
          <p>
            <a href="/newsroom/sign-in">{m.startAgain}</a>
          </p>
        )}
      </section>
    ),
  })

/** A link that was opened: it is used up by the button only, since mail programs open links by themselves. */
export const renderSignInConfirmPage = ({ site, token, name }: { site: Site; token: string; name: string }): string =>
  newsroomDocument({
    site,
    title: m.title,
    children: (
      <section class="door">
        <p class="label">{site.name}</p>
        <h1>{m.welcome(name)}</h1>
        <p>{m.once}</p>
        <form method="post" action="/newsroom/sign-in">
          <input type="hidden" name="token" value={token} />
          <button class="first" type="submit">
            {m.signIn}
          </button>
        </form>
      </section>
    ),
  })
