/** Setting up codes: a picture for the phone, the same in letters, and a first code as proof. */

import { raw } from 'hono/html'
import { accountMessages as m } from '../../../messages/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

export const renderCodesPage = ({
  picture,
  secret,
  problem,
  ...frame
}: Frame & {
  /** An SVG of our own making. */
  picture: string
  /** In groups of four letters. */
  secret: string
  problem?: string
}): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.setUp,
    here: 'account',
    children: (
      <section class="door">
        <h1>{m.setUp}</h1>
        <Problem sentence={problem} />
        <p>{m.scan}</p>
        <div class="qr" role="img" aria-label={m.qr}>
          {raw(picture)}
        </div>
        <p>{m.typeIt(<code class="secret">{secret}</code>)}</p>
        <form method="post" action="/newsroom/account/codes/confirm" class="stack">
          <label for="code">{m.firstCode}</label>
          <input
            id="code"
            name="code"
            required
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={10}
            dir="ltr"
            {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' } : {})}
          />
          <p>
            <button class="first" type="submit">
              {m.turnOn}
            </button>
          </p>
        </form>
        <p>
          <a href="/newsroom/account">{m.cancel}</a>
        </p>
      </section>
    ),
  })

/** Shown once: the database holds only their hashes. */
export const renderRecoveryPage = ({ codes, ...frame }: Frame & { codes: readonly string[] }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.recovery,
    here: 'account',
    children: (
      <section class="door">
        <h1>{m.recovery}</h1>
        <p>{m.recoveryHint}</p>
        <ul class="plain recovery">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href="/newsroom/account">
            {m.haveThem}
          </a>
        </p>
      </section>
    ),
  })
