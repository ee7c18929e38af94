/** A person's own door: password, codes, passkeys, and where they are signed in. */

import type { PasskeyLine } from '../../../access/index.ts'
import type { CodesLine, SessionLine } from '../../../people/index.ts'
import { PasskeyDoor, ShowPassword } from '../../kit/door-parts.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { ago, Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

export interface AccountPageProps extends Frame {
  password: { signInName: string; setAt: number } | null
  codes: CodesLine
  /** Why the site can't have passkeys; null where it can. */
  noPasskeys: string | null
  passkeys: readonly PasskeyLine[]
  sessions: readonly SessionLine[]
  /** The id of the session that asks. */
  here: string
  doorScript: string | null
  done?: string
  problem?: { field: 'name' | 'password' | 'passkey'; sentence: string }
  /** The sign-in name as it was typed. */
  typedName?: string
}

export const renderStaffAccountPage = (props: AccountPageProps): string => {
  const { password, codes, passkeys, noPasskeys, sessions, here, doorScript, done, problem, typedName, ...frame } =
    props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: 'Your account',
    here: 'account',
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <>
        <h1>Your account</h1>
        <p class="meta">
          {frame.person.name}
          {frame.person.mail ? `, ${frame.person.mail}` : ''}. May {frame.person.switches.join(', ')}.
        </p>
        {frame.person.switches.includes('moderate') ? (
          <p>
            <a href="/newsroom/notices">Emails to you</a>
          </p>
        ) : null}
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem?.sentence} />
        <Password password={password} problem={problem} typedName={typedName} frame={frame} />
        <Codes codes={codes} hasPassword={password !== null} site={frame.site} />
        <Passkeys passkeys={passkeys} noPasskeys={noPasskeys} site={frame.site} />
        <Sessions sessions={sessions} here={here} site={frame.site} now={frame.now} />
      </>
    ),
  })
}

const Password = ({
  password,
  problem,
  typedName,
  frame,
}: Pick<AccountPageProps, 'password'> & {
  problem: AccountPageProps['problem'] | undefined
  typedName: string | undefined
  frame: Frame
}) => {
  const state = (field: string) =>
    problem?.field === field ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const) : {}
  return (
    <section class="part">
      <h2>Password</h2>
      <p>
        {password ? (
          <>
            Set on {dayAndTime(frame.site, password.setAt)}. You sign in as{' '}
            <strong>
              <bdi>{password.signInName}</bdi>
            </strong>
            .
          </>
        ) : (
          'You have none: you sign in by one-time link or passkey only.'
        )}
      </p>
      <form method="post" action="/newsroom/account/password" class="stack">
        <div class="pair">
          <div>
            <label for="sign-in-name">Sign-in name</label>
            <input
              id="sign-in-name"
              name="name"
              required
              maxlength={254}
              autocomplete="username"
              dir="auto"
              value={typedName ?? password?.signInName ?? frame.person.mail ?? frame.person.name}
              {...state('name')}
            />
          </div>
          <div>
            <label for="new-password">
              New password <span class="hint">At least 12 characters. A few words that don’t belong together.</span>
            </label>
            <input
              id="new-password"
              name="password"
              type="password"
              required
              autocomplete="new-password"
              dir="ltr"
              {...state('password')}
            />
          </div>
        </div>
        <ShowPassword field="new-password" />
        <p class="acts">
          <button type="submit">{password ? 'Change it, and sign out everywhere else' : 'Set a password'}</button>
        </p>
      </form>
      {password ? (
        <form method="post" action="/newsroom/account/password/remove">
          <button type="submit" class="quiet">
            Remove the password
          </button>
        </form>
      ) : null}
    </section>
  )
}

const Codes = ({ codes, hasPassword, site }: { codes: CodesLine; hasPassword: boolean; site: Site }) => (
  <section class="part">
    <h2>Two-factor codes</h2>
    {codes.confirmedAt !== null ? (
      <>
        <p>
          Asked for since {dayAndTime(site, codes.confirmedAt)}. {codes.recoveryLeft} of 10 recovery codes are left.
        </p>
        <div class="acts">
          <form method="post" action="/newsroom/account/codes/recovery">
            <button type="submit">Make new recovery codes</button>
          </form>
          <form method="post" action="/newsroom/account/codes/remove">
            <button type="submit">Turn codes off</button>
          </form>
        </div>
      </>
    ) : (
      <>
        <p>
          Two-factor codes protect you if someone learns your password: signing in then also takes the six digits that
          an authenticator app on your phone shows.
        </p>
        {hasPassword ? (
          <form method="post" action="/newsroom/account/codes">
            <button type="submit">Set up codes</button>
          </form>
        ) : (
          <p class="hint">Set a password first; links and passkeys need no codes.</p>
        )}
      </>
    )}
  </section>
)

const Passkeys = ({
  passkeys,
  noPasskeys,
  site,
}: {
  passkeys: readonly PasskeyLine[]
  noPasskeys: string | null
  site: Site
}) => (
  <section class="part">
    <h2>Passkeys</h2>
    <p>
      Your device’s fingerprint, face or code instead of a password. A passkey can’t be phished: there is nothing to
      type.
    </p>
    {passkeys.length === 0 ? <p class="empty">None yet.</p> : null}
    <ul class="plain lines">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li class="person">
          <div>
            <strong>{name}</strong>
            <p class="meta">
              Since {dayAndTime(site, createdAt)};{' '}
              {usedAt === null ? 'not used yet' : `last used ${dayAndTime(site, usedAt)}`}
            </p>
          </div>
          <form method="post" action="/newsroom/account/passkeys/remove">
            <input type="hidden" name="passkey" value={id} />
            <button type="submit">
              Remove<span class="visually-hidden">: {name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
    {noPasskeys ? (
      <p class="hint">{noPasskeys}</p>
    ) : (
      <>
        <PasskeyDoor
          ask="/newsroom/account/passkeys/ask"
          action="/newsroom/account/passkeys"
          way="make"
          label="Add a passkey"
        >
          <label for="passkey-name">
            What to call it <span class="hint">Such as “my phone”.</span>
          </label>
          <input id="passkey-name" name="name" maxlength={80} />
        </PasskeyDoor>
        <noscript>
          <p class="hint">Adding a passkey needs JavaScript, since only the browser can speak with the device.</p>
        </noscript>
      </>
    )}
  </section>
)

const Sessions = ({
  sessions,
  here,
  site,
  now,
}: {
  sessions: readonly SessionLine[]
  here: string
  site: Site
  now: number
}) => (
  <section class="part">
    <h2>Where you are signed in</h2>
    <ul class="plain lines">
      {sessions.map(({ id, device, way, createdAt, seenAt }) => (
        <li class="person">
          <div>
            <strong>{device || 'Unknown device'}</strong> {id === here ? <span class="label">This browser</span> : null}
            <p class="meta">
              By {way}, <time datetime={instant(createdAt)}>{dayAndTime(site, createdAt)}</time>; last seen{' '}
              {ago(now, seenAt)}
            </p>
          </div>
          {id === here ? null : (
            <form method="post" action="/newsroom/account/sessions/end">
              <input type="hidden" name="session" value={id} />
              <button type="submit">
                End<span class="visually-hidden">: {device}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 ? (
      <form method="post" action="/newsroom/account/sessions/end-others">
        <button type="submit">End all others</button>
      </form>
    ) : null}
  </section>
)
