/** A person's own account: password, codes, passkeys, and where they are signed in. */

import type { PasskeyLine } from '../../../access/index.ts'
import { accountMessages as m, staffMessages as staff } from '../../../messages/index.ts'
import type { CodesLine, SessionLine } from '../../../people/index.ts'
import { PasskeyDoor } from '../../kit/door-parts.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { ago, Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { PasswordFields } from './password-fields.tsx'
import { NameAndMail, type PersonField } from './person-fields.tsx'

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
  problem?: { field: PersonField | 'sign-in name' | 'password' | 'passkey'; sentence: string }
  /** Name and address as they were typed. */
  you?: { name: string; mail: string }
  /** The sign-in name as it was typed. */
  typedName?: string
}

export const renderStaffAccountPage = (props: AccountPageProps): string => {
  const { password, codes, passkeys, noPasskeys, sessions, here, doorScript, done, problem, typedName, you, ...frame } =
    props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'account',
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <>
        <h1>{m.title}</h1>
        <p class="meta">{m.youCan(frame.person.switches.map((one) => staff.switches[one]))}</p>
        {frame.person.switches.some((one) => one !== 'write' && one !== 'edit others') ? (
          <p>
            <a href="/newsroom/notices">{m.emails}</a>
          </p>
        ) : null}
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem?.sentence} />
        <You frame={frame} you={you} wrong={problem?.field} />
        <Password password={password} problem={problem} typedName={typedName} frame={frame} />
        <Codes codes={codes} hasPassword={password !== null} site={frame.site} />
        <Passkeys passkeys={passkeys} noPasskeys={noPasskeys} site={frame.site} />
        <Sessions sessions={sessions} here={here} site={frame.site} now={frame.now} />
      </>
    ),
  })
}

const You = ({
  frame: { person, site },
  you,
  wrong,
}: {
  frame: Frame
  you: AccountPageProps['you']
  wrong: string | undefined
}) => (
  <section class="part">
    <h2>{m.nameAndEmail}</h2>
    <form method="post" action="/newsroom/account/you" class="stack">
      <NameAndMail
        {...(you ?? { name: person.name, mail: person.mail ?? '' })}
        wrong={wrong === 'name' || wrong === 'mail' ? wrong : undefined}
      />
      <p class="hint">{site.mailLeaves ? m.emailUse : m.emailUnused}</p>
      <p class="acts">
        <button type="submit">{m.saveYou}</button>
      </p>
    </form>
  </section>
)

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
  return (
    <section class="part" id="password">
      <h2>{m.password}</h2>
      <p>
        {password
          ? m.passwordSet(
              dayAndTime(frame.site, password.setAt),
              <strong>
                <bdi>{password.signInName}</bdi>
              </strong>,
            )
          : m.noPassword}
      </p>
      <form method="post" action="/newsroom/account/password" class="stack">
        <PasswordFields
          signInName={typedName ?? password?.signInName ?? frame.person.mail ?? frame.person.name}
          wrong={problem?.field === 'sign-in name' ? 'name' : problem?.field === 'password' ? 'password' : undefined}
        />
        <p class="acts">
          <button type="submit">{password ? m.changePassword : m.setPassword}</button>
        </p>
      </form>
      {password ? (
        <form method="post" action="/newsroom/account/password/remove">
          <button type="submit" class="quiet">
            {m.removePassword}
          </button>
        </form>
      ) : null}
    </section>
  )
}

const Codes = ({ codes, hasPassword, site }: { codes: CodesLine; hasPassword: boolean; site: Site }) => (
  <section class="part">
    <h2>{m.codes}</h2>
    {codes.confirmedAt !== null ? (
      <>
        <p>{m.codesOn(dayAndTime(site, codes.confirmedAt), codes.recoveryLeft)}</p>
        <div class="acts">
          <form method="post" action="/newsroom/account/codes/recovery">
            <button type="submit">{m.newRecoveryCodes}</button>
          </form>
          <form method="post" action="/newsroom/account/codes/remove">
            <button type="submit">{m.turnOff}</button>
          </form>
        </div>
      </>
    ) : (
      <>
        <p>{m.codesOff}</p>
        {hasPassword ? (
          <form method="post" action="/newsroom/account/codes">
            <button type="submit">{m.setUp}</button>
          </form>
        ) : (
          <p class="hint">{m.passwordFirst}</p>
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
    <h2>{m.passkeys}</h2>
    <p>{m.passkeysHint}</p>
    {passkeys.length === 0 ? <p class="empty">{m.noneYet}</p> : null}
    <ul class="plain lines">
      {passkeys.map(({ id, name, createdAt, usedAt }) => (
        <li class="person">
          <div>
            <strong>{name}</strong>
            <p class="meta">
              {usedAt === null
                ? m.notUsed(dayAndTime(site, createdAt))
                : m.used(dayAndTime(site, createdAt), dayAndTime(site, usedAt))}
            </p>
          </div>
          <form method="post" action="/newsroom/account/passkeys/remove">
            <input type="hidden" name="passkey" value={id} />
            <button type="submit">
              {m.remove}
              <span class="visually-hidden">: {name}</span>
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
          label={m.addPasskey}
        >
          <label for="passkey-name">
            {m.passkeyName} <span class="hint">{m.passkeyNameHint}</span>
          </label>
          <input id="passkey-name" name="name" maxlength={80} />
        </PasskeyDoor>
        <noscript>
          <p class="hint">{m.needsJavaScript}</p>
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
    <h2>{m.sessions}</h2>
    <ul class="plain lines">
      {sessions.map(({ id, device, way, createdAt, seenAt }) => (
        <li class="person">
          <div>
            <strong>{device || m.unknownDevice}</strong>{' '}
            {id === here ? <span class="label">{m.thisBrowser}</span> : null}
            <p class="meta">
              {m.signedIn(
                way,
                <time datetime={instant(createdAt)}>{dayAndTime(site, createdAt)}</time>,
                ago(now, seenAt),
              )}
            </p>
          </div>
          {id === here ? null : (
            <form method="post" action="/newsroom/account/sessions/end">
              <input type="hidden" name="session" value={id} />
              <button type="submit">
                {m.end}
                <span class="visually-hidden">: {device}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
    {sessions.length > 1 ? (
      <form method="post" action="/newsroom/account/sessions/end-others">
        <button type="submit">{m.endOthers}</button>
      </form>
    ) : null}
  </section>
)
