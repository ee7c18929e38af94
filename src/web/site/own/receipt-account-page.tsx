/** A reader's own account: the door to it, their comments, and their data. */
import type { PasskeyLine } from '../../../access/index.ts'
import type { Reader, ReaderSessionLine } from '../../../readers/index.ts'
import { PasskeyDoor } from '../../kit/door-parts.tsx'
import { dayAndTime, instant } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { ReceiptLines } from './receipt-page.tsx'
import type { ReceiptView } from './receipt-props.ts'

interface DoorProps {
  site: Site
  /** The path of the browser code for passkeys; null where the site can't have them. */
  doorScript: string | null
  problem?: string
  /** A letter was asked for; whether one left is not told. */
  asked?: boolean
  signedOut?: boolean
  mail?: string
  /** The name typed for a new account, to be given back. */
  name?: string
}

const script = (path: string | null) => (path ? <script type="module" src={path} /> : null)

const Problem = ({ sentence }: { sentence: string | undefined }) =>
  sentence ? (
    <p class="alert" role="alert" id="problem">
      {sentence}
    </p>
  ) : null

type MailFieldProps = { value: string | undefined; 'aria-invalid'?: 'true'; 'aria-describedby'?: string }

const MailField = ({ value, ...state }: MailFieldProps) => (
  <input
    id="mail"
    name="mail"
    type="email"
    required
    maxlength={254}
    autocomplete="email"
    value={value ?? ''}
    {...state}
  />
)

export const renderAccountDoor = ({ site, doorScript, problem, asked, signedOut, mail, name }: DoorProps): string =>
  document({
    site,
    title: `Your account · ${site.name}`,
    noIndex: true,
    head: script(doorScript),
    children: (
      <section class="single">
        <h1>{signedOut ? 'You are signed out' : 'Your account'}</h1>
        <Problem sentence={problem} />
        {asked ? (
          <p class="notice" role="status">
            If that address can get email from us, a sign-in link will arrive there soon. It works for 24 hours.
          </p>
        ) : null}
        <p>
          An account is optional: you can comment without one. It keeps all your comments in one place, on every device,
          and lets you download or erase your data.
        </p>
        {doorScript ? (
          <PasskeyDoor ask="/account/passkey/ask" action="/account/passkey" way="sign" label="Sign in with a passkey" />
        ) : null}
        {site.mailLeaves ? (
          <section class="part">
            <h2>Sign in by email link</h2>
            <form method="post" action="/account/link" class="comment-form">
              <label for="mail">
                Your email address <span class="hint">Your first link creates the account.</span>
              </label>
              <MailField value={mail} {...(problem ? { 'aria-describedby': 'problem' } : {})} />
              <p class="send">
                <button class="first" type="submit">
                  Send me a link
                </button>
              </p>
            </form>
          </section>
        ) : doorScript === null ? (
          <p class="notice">This site can’t send email yet, so nobody can open an account here for now.</p>
        ) : null}
        {doorScript ? (
          <PasskeyDoor ask="/account/new/ask" action="/account/new" way="make" label="Make an account with a passkey">
            <h2>Without an email address</h2>
            <label for="new-name">
              Your name <span class="hint">As it should stand above your comments.</span>
            </label>
            <input id="new-name" name="name" required maxlength={80} autocomplete="nickname" value={name ?? ''} />
          </PasskeyDoor>
        ) : null}
      </section>
    ),
  })

export interface AccountProps {
  site: Site
  doorScript: string | null
  reader: Reader
  receipts: readonly ReceiptView[]
  /** The address of earlier comments; null where there are none. */
  next: string | null
  passkeys: readonly PasskeyLine[]
  sessions: readonly ReaderSessionLine[]
  /** The id of the session that asks. */
  here: string
  /** Where they choose what they are told by mail; null without an address. */
  noticesPath: string | null
  done?: string
  problem?: string
  typedName?: string
  typedMail?: string
  /** A letter was asked for; whether one left is not told. */
  asked?: boolean
}

export const renderAccountPage = (props: AccountProps): string => {
  const { site, doorScript, reader, receipts, next, passkeys, sessions, here, noticesPath } = props
  return document({
    site,
    title: `Your account · ${site.name}`,
    noIndex: true,
    head: script(doorScript),
    children: (
      <section class="single">
        <p class="label">Your account</p>
        <h1>
          <bdi>{reader.name || 'Welcome'}</bdi>
        </h1>
        <p class="about">
          {reader.mail ?? 'No mail address'}, since {dayAndTime(site, reader.createdAt)}
        </p>
        {props.done ? (
          <p class="notice" role="status">
            {props.done}
          </p>
        ) : null}
        <Problem sentence={props.problem} />
        <section class="part">
          <h2>Your comments</h2>
          {receipts.length === 0 ? (
            <p class="empty">
              None yet. Comments you send while you are signed in are listed here, with what became of them.
            </p>
          ) : (
            <ReceiptLines site={site} receipts={receipts} />
          )}
          {next ? (
            <p>
              <a href={next}>Earlier ones</a>
            </p>
          ) : null}
          {noticesPath ? (
            <p>
              <a href={noticesPath}>Email choices</a>
            </p>
          ) : null}
        </section>
        <section class="part">
          <h2>Your name</h2>
          <form method="post" action="/account/name" class="comment-form">
            <label for="name">
              Name <span class="hint">Comments keep the name that they were sent under.</span>
            </label>
            <input
              id="name"
              name="name"
              required
              autocomplete="nickname"
              value={props.typedName ?? reader.name}
              dir="auto"
              {...(props.typedName === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'problem' })}
            />
            <p class="send">
              <button type="submit">Save the name</button>
            </p>
          </form>
        </section>
        {reader.mail === null && site.mailLeaves ? (
          <section class="part">
            <h2>Your email address</h2>
            {props.asked ? (
              <p class="notice" role="status">
                If that address can get email from us, a link will arrive there soon. Open it in this browser to add the
                address to your account.
              </p>
            ) : (
              <p>Without one we can’t tell you about answers, and your passkeys are the only way to sign in.</p>
            )}
            <form method="post" action="/account/link" class="comment-form">
              <label for="mail">
                Email address <span class="hint">We send a link to confirm that it is yours.</span>
              </label>
              <MailField
                value={props.typedMail}
                {...(props.problem && props.typedMail !== undefined
                  ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' }
                  : {})}
              />
              <p class="send">
                <button type="submit">Add the address</button>
              </p>
            </form>
          </section>
        ) : null}
        <section class="part">
          <h2>Passkeys</h2>
          {passkeys.length === 0 ? <p class="empty">None. You sign in by email link.</p> : null}
          <ul class="plain">
            {passkeys.map(({ id, name }) => (
              <li class="send">
                <strong>{name}</strong>
                <form method="post" action="/account/passkeys/remove">
                  <input type="hidden" name="passkey" value={id} />
                  <button type="submit">
                    Remove<span class="visually-hidden">: {name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
          {doorScript ? (
            <PasskeyDoor ask="/account/passkeys/ask" action="/account/passkeys" way="make" label="Add a passkey">
              <label for="passkey-name">
                What to call it <span class="hint">Such as “my phone”.</span>
              </label>
              <input id="passkey-name" name="name" maxlength={80} />
            </PasskeyDoor>
          ) : null}
        </section>
        <section class="part">
          <h2>Where you are signed in</h2>
          <ul class="plain">
            {sessions.map(({ id, device, createdAt }) => (
              <li class="send">
                <span>
                  <strong>{device}</strong>, since{' '}
                  <time datetime={instant(createdAt)}>{dayAndTime(site, createdAt)}</time>
                </span>
                {id === here ? (
                  <span class="label">This browser</span>
                ) : (
                  <form method="post" action="/account/sessions/end">
                    <input type="hidden" name="session" value={id} />
                    <button type="submit">
                      End<span class="visually-hidden">: {device}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          <div class="send">
            {sessions.length > 1 ? (
              <form method="post" action="/account/sessions/end-others">
                <button type="submit">End all others</button>
              </form>
            ) : null}
            <form method="post" action="/account/sign-out">
              <button type="submit">Sign out</button>
            </form>
          </div>
        </section>
        <section class="part">
          <h2>Your data</h2>
          <p>
            <a href="/account/export">Take all that is kept of you</a> with you, as a JSON file.
          </p>
          <p>
            <a href="/account/erase">Erase it</a>
          </p>
        </section>
      </section>
    ),
  })
}
