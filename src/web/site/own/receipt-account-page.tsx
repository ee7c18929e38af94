/** A reader's own account: the door to it, their comments, and their data. */
import type { PasskeyLine } from '../../../access/index.ts'
import { readerAccountMessages as m } from '../../../messages/index.ts'
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
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    head: script(doorScript),
    children: (
      <section class="single">
        <h1>{signedOut ? m.signedOut : m.title}</h1>
        <Problem sentence={problem} />
        {asked ? (
          <p class="notice" role="status">
            {m.linkAsked}
          </p>
        ) : null}
        <p>{m.optional}</p>
        {doorScript ? (
          <PasskeyDoor ask="/account/passkey/ask" action="/account/passkey" way="sign" label={m.signInWithPasskey} />
        ) : null}
        {site.mailLeaves ? (
          <section class="part">
            <h2>{m.byEmail}</h2>
            <form method="post" action="/account/link" class="comment-form">
              <label for="mail">
                {m.yourEmail} <span class="hint">{m.firstLink}</span>
              </label>
              <MailField value={mail} {...(problem ? { 'aria-describedby': 'problem' } : {})} />
              <p class="send">
                <button class="first" type="submit">
                  {m.sendLink}
                </button>
              </p>
            </form>
          </section>
        ) : doorScript === null ? (
          <p class="notice">{m.noEmailHere}</p>
        ) : null}
        {doorScript ? (
          <PasskeyDoor ask="/account/new/ask" action="/account/new" way="make" label={m.makeAccount}>
            <h2>{m.withoutEmail}</h2>
            <label for="new-name">
              {m.yourName} <span class="hint">{m.nameHint}</span>
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
    title: `${m.title} · ${site.name}`,
    noIndex: true,
    head: script(doorScript),
    children: (
      <section class="single">
        <p class="label">{m.title}</p>
        <h1>
          <bdi>{reader.name || m.welcome}</bdi>
        </h1>
        <p class="about">{m.since(reader.mail, dayAndTime(site, reader.createdAt))}</p>
        {props.done ? (
          <p class="notice" role="status">
            {props.done}
          </p>
        ) : null}
        <Problem sentence={props.problem} />
        <section class="part">
          <h2>{m.yourComments}</h2>
          {receipts.length === 0 ? (
            <p class="empty">{m.noComments}</p>
          ) : (
            <ReceiptLines site={site} receipts={receipts} />
          )}
          {next ? (
            <p>
              <a href={next}>{m.earlier}</a>
            </p>
          ) : null}
          {noticesPath ? (
            <p>
              <a href={noticesPath}>{m.emailChoices}</a>
            </p>
          ) : null}
        </section>
        <section class="part">
          <h2>{m.yourName}</h2>
          <form method="post" action="/account/name" class="comment-form">
            <label for="name">
              {m.name} <span class="hint">{m.nameKept}</span>
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
              <button type="submit">{m.saveName}</button>
            </p>
          </form>
        </section>
        {reader.mail === null && site.mailLeaves ? (
          <section class="part">
            <h2>{m.yourEmail}</h2>
            {props.asked ? (
              <p class="notice" role="status">
                {m.addressAsked}
              </p>
            ) : (
              <p>{m.whyAddress}</p>
            )}
            <form method="post" action="/account/link" class="comment-form">
              <label for="mail">
                {m.email} <span class="hint">{m.confirmHint}</span>
              </label>
              <MailField
                value={props.typedMail}
                {...(props.problem && props.typedMail !== undefined
                  ? { 'aria-invalid': 'true', 'aria-describedby': 'problem' }
                  : {})}
              />
              <p class="send">
                <button type="submit">{m.addEmail}</button>
              </p>
            </form>
          </section>
        ) : null}
        <section class="part">
          <h2>{m.passkeys}</h2>
          {passkeys.length === 0 ? <p class="empty">{m.noPasskeys}</p> : null}
          <ul class="plain">
            {passkeys.map(({ id, name }) => (
              <li class="send">
                <strong>{name}</strong>
                <form method="post" action="/account/passkeys/remove">
                  <input type="hidden" name="passkey" value={id} />
                  <button type="submit">
                    {m.remove}
                    <span class="visually-hidden">{m.of(name)}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
          {doorScript ? (
            <PasskeyDoor ask="/account/passkeys/ask" action="/account/passkeys" way="make" label={m.addPasskey}>
              <label for="passkey-name">
                {m.passkeyName} <span class="hint">{m.passkeyNameHint}</span>
              </label>
              <input id="passkey-name" name="name" maxlength={80} />
            </PasskeyDoor>
          ) : null}
        </section>
        <section class="part">
          <h2>{m.sessions}</h2>
          <ul class="plain">
            {sessions.map(({ id, device, createdAt }) => (
              <li class="send">
                <span>
                  {m.sessionSince(
                    <strong>{device}</strong>,
                    <time datetime={instant(createdAt)}>{dayAndTime(site, createdAt)}</time>,
                  )}
                </span>
                {id === here ? (
                  <span class="label">{m.thisBrowser}</span>
                ) : (
                  <form method="post" action="/account/sessions/end">
                    <input type="hidden" name="session" value={id} />
                    <button type="submit">
                      {m.signOut}
                      <span class="visually-hidden">{m.of(device)}</span>
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          <div class="send">
            {sessions.length > 1 ? (
              <form method="post" action="/account/sessions/end-others">
                <button type="submit">{m.signOutOthers}</button>
              </form>
            ) : null}
            <form method="post" action="/account/sign-out">
              <button type="submit">{m.signOut}</button>
            </form>
          </div>
        </section>
        <section class="part">
          <h2>{m.yourData}</h2>
          <p>{m.asFile(<a href="/account/export">{m.downloadAll}</a>)}</p>
          <p>
            <a href="/account/erase">{m.erase}</a>
          </p>
        </section>
      </section>
    ),
  })
}
