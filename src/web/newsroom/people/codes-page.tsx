/** Setting up codes: a picture for the phone, the same in letters, and a first code as proof. */
import { raw } from 'hono/html'
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
    title: 'Set up codes',
    here: 'account',
    children: (
      <section class="door">
        <h1>Set up codes</h1>
        <Problem sentence={problem} />
        <p>Scan this with an authenticator program on your phone.</p>
        <div class="qr" role="img" aria-label="QR code with the secret below">
          {raw(picture)}
        </div>
        <p>
          No camera? Type it in: <code class="secret">{secret}</code>
        </p>
        <form method="post" action="/newsroom/account/codes/confirm" class="stack">
          <label for="code">The six figures that it shows now</label>
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
              Ask for codes from now on
            </button>
          </p>
        </form>
        <p>
          <a href="/newsroom/account">Leave it</a>
        </p>
      </section>
    ),
  })

/** Shown once: the database holds only their hashes. */
export const renderRecoveryPage = ({ codes, ...frame }: Frame & { codes: readonly string[] }): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Your recovery codes',
    here: 'account',
    children: (
      <section class="door">
        <h1>Your recovery codes</h1>
        <p>
          Each comes once in place of a code, should the phone be lost. They are shown only now: print them, or write
          them down.
        </p>
        <ul class="plain recovery">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href="/newsroom/account">
            I have them
          </a>
        </p>
      </section>
    ),
  })
