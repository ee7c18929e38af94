/** Showing anew that it is you, and going on with what waited for it. */
import { accountMessages as m } from '../../../messages/index.ts'
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
    title: m.confirm,
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <section class="door">
        <h1>{m.confirm}</h1>
        <p>{m.confirmWhy}</p>
        {pending.fields ? <p>{m.keptHere}</p> : null}
        <Problem sentence={problem} />
        {byPasskey ? (
          <PasskeyDoor
            ask="/newsroom/account/proof/ask"
            action="/newsroom/account/proof"
            way="sign"
            label={m.usePasskey}
          >
            <Waiting pending={pending} />
          </PasskeyDoor>
        ) : null}
        {signInName !== null ? (
          <form method="post" action="/newsroom/account/proof" class="stack">
            <Waiting pending={pending} />
            <input type="hidden" name="name" value={signInName} autocomplete="username" />
            <label for="password">{m.yourPassword}</label>
            <input id="password" name="password" type="password" required autocomplete="current-password" dir="ltr" />
            <ShowPassword field="password" />
            {withCode ? (
              <>
                <label for="code">
                  {m.code} <span class="hint">{m.orRecoveryCode}</span>
                </label>
                <input id="code" name="code" required autocomplete="one-time-code" maxlength={40} dir="ltr" />
              </>
            ) : null}
            <p>
              <button class="first" type="submit">
                {m.confirm}
              </button>
            </p>
          </form>
        ) : null}
        {signInName === null && !withPasskey ? (
          <p>{m.neither(<code>node dist/main.js sign-in</code>)}</p>
        ) : (
          <p class="hint">{m.lostAll}</p>
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
    title: m.goOn,
    children: (
      <section class="door">
        <h1>{m.thanks}</h1>
        <p>{m.notDoneYet}</p>
        <form method="post" action={pending.path}>
          {(pending.fields ?? []).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button class="first" type="submit">
            {m.doItNow}
          </button>
        </form>
        <p>
          <a href="/newsroom/account">{m.cancel}</a>
        </p>
      </section>
    ),
  })
