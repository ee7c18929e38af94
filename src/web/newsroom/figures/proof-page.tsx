/** Showing anew that it is you, and going on with what waited for it. */
import { PasskeyDoor, ShowPassword } from '../../kit/door-parts.tsx'
import type { Pending } from '../../kit/kept-words.ts'
import { Waiting } from '../kit/kept-page.tsx'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

interface ProofPageProps extends Frame {
  pending: Pending
  /** Null where the person has no password. */
  signInName: string | null
  withCode: boolean
  doorScript: string | null
  withPasskey: boolean
  problem?: string
}

export const renderProofPage = ({
  pending,
  signInName,
  withCode,
  doorScript,
  withPasskey,
  problem,
  ...frame
}: ProofPageProps): string => {
  const byPasskey = withPasskey && doorScript !== null
  return newsroomDocument({
    site: frame.site,
    frame,
    title: 'Show that it is you',
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <section class="door">
        <h1>Show that it is you</h1>
        <p>
          Your last sign-in is more than an hour old. Passwords, codes, passkeys and roles are changed only by who is
          surely there.{pending.fields ? ' What you typed waits here.' : ''}
        </p>
        <Problem sentence={problem} />
        {byPasskey ? (
          <PasskeyDoor
            ask="/newsroom/account/proof/ask"
            action="/newsroom/account/proof"
            way="sign"
            label="Use a passkey"
          >
            <Waiting pending={pending} />
          </PasskeyDoor>
        ) : null}
        {signInName !== null ? (
          <form method="post" action="/newsroom/account/proof" class="stack">
            <Waiting pending={pending} />
            <input type="hidden" name="name" value={signInName} autocomplete="username" />
            <label for="password">Your password</label>
            <input id="password" name="password" type="password" required autocomplete="current-password" dir="ltr" />
            <ShowPassword field="password" />
            {withCode ? (
              <>
                <label for="code">
                  The six figures that your device shows now <span class="hint">Or a recovery code.</span>
                </label>
                <input id="code" name="code" required autocomplete="one-time-code" maxlength={40} dir="ltr" />
              </>
            ) : null}
            <p>
              <button class="first" type="submit">
                It is me
              </button>
            </p>
          </form>
        ) : null}
        {signInName === null && !withPasskey ? (
          <p>
            You have neither a password nor a passkey yet. Ask a colleague who may change people for a new sign-in link,
            or run <code>node dist/main.js sign-in</code> in the folder where Courant runs; open the link in this
            browser, and set a password then.
          </p>
        ) : (
          <p class="hint">Lost all of them? A new one-time link shows it as well.</p>
        )}
      </section>
    ),
  })
}

/** The proof is there; what waited is a button away, so that nothing is done twice by reloading. */
export const renderGoOnPage = ({ pending, ...frame }: Frame & { pending: Pending }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Go on',
    children: (
      <section class="door">
        <h1>Thank you</h1>
        <p>What you were about to do has not been done yet.</p>
        <form method="post" action={pending.path}>
          {(pending.fields ?? []).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="first" type="submit">
            Do it now
          </button>
        </form>
        <p>
          <a href="/newsroom/account">Leave it</a>
        </p>
      </section>
    ),
  })
