/** The first hour of a newsroom: five steps on one page, in any order. */
import type { Child } from 'hono/jsx'
import { accountMessages as account, startMessages as m, peopleMessages as people } from '../../../messages/index.ts'
import { SITE_SETTINGS } from '../../../publication/index.ts'
import { PasskeyDoor } from '../../kit/door-parts.tsx'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { type NewLink, NewLinkShown } from '../people/new-link.tsx'
import { PasswordFields } from '../people/password-fields.tsx'
import { NameAndMail, type PersonField, Switches } from '../people/person-fields.tsx'
import { Shown } from '../settings/shown.tsx'
import { type Progress, STEPS, type Step } from './steps.ts'

export interface Typed {
  you?: { name: string; mail: string }
  paper?: { name: string; timeZone: string }
  invite?: { name: string; mail: string; switches: readonly string[] }
}

export interface StartPageProps extends Frame {
  progress: Progress
  doorScript: string | null
  typed: Typed
  problem?: { step: Step; field: string; sentence: string }
  newLink?: NewLink
}

export const renderStartPage = (props: StartPageProps): string => {
  const { progress, doorScript, problem, ...frame } = props
  const finished = STEPS.filter((step) => progress.done[step]).length
  const step = (name: Step, title: string, children: Child) => (
    <li class="step" id={name}>
      <h2>
        {title} {progress.done[name] ? <span class="label state-published">{m.stepDone}</span> : null}
      </h2>
      {problem?.step === name ? <Problem sentence={problem.sentence} /> : null}
      {children}
    </li>
  )
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    ...(doorScript ? { script: doorScript } : {}),
    children: (
      <>
        <div class="head">
          <h1>{m.title}</h1>
          <p class="meta">{m.progress(finished, STEPS.length)}</p>
        </div>
        <p>{m.lead}</p>
        <ol class="plain steps">
          {step('you', m.you, <You {...props} />)}
          {step('way', m.way, <WayBack {...props} />)}
          {step('paper', m.paper, <Paper {...props} />)}
          {step('stories', m.stories, <FirstStory {...props} />)}
          {step('invite', m.invite, <Invite {...props} />)}
        </ol>
        <form method="post" action="/newsroom/start/finish" class="acts">
          <button type="submit" class={finished === STEPS.length ? 'first' : undefined}>
            {m.finish}
          </button>
          <span class="hint">{m.finishHint}</span>
        </form>
      </>
    ),
  })
}

const stateOf = ({ problem }: StartPageProps, step: Step, field: string) =>
  problem?.step === step && problem.field === field
    ? ({ 'aria-invalid': 'true', 'aria-describedby': 'problem' } as const)
    : {}

const personField = ({ problem }: StartPageProps, step: Step): PersonField | undefined =>
  problem?.step === step && (problem.field === 'name' || problem.field === 'mail') ? problem.field : undefined

const You = (props: StartPageProps) => (
  <form method="post" action="/newsroom/start/you" class="stack">
    <p class="hint">{m.youHint}</p>
    <NameAndMail
      at="own-"
      {...(props.typed.you ?? { name: props.person.name, mail: props.person.mail ?? '' })}
      wrong={personField(props, 'you')}
    />
    <p>
      <button type="submit">{m.save}</button>
    </p>
  </form>
)

/** Leads back here from what Your account does. */
const ComesBack = () => <input type="hidden" name="from" value="start" />

const WayBack = (props: StartPageProps) => {
  const { password, passkey } = props.progress.ways
  if (password || passkey)
    return (
      <p>
        {password && passkey ? m.hasBoth : password ? m.hasPassword : m.hasPasskey}{' '}
        <a href="/newsroom/account">{account.title}</a>
      </p>
    )
  return (
    <>
      <p class="hint">{m.wayHint}</p>
      <form method="post" action="/newsroom/account/password" class="stack">
        <ComesBack />
        <PasswordFields signInName={props.person.mail ?? props.person.name} />
        <p>
          <button type="submit">{account.setPassword}</button>
        </p>
      </form>
      {props.doorScript ? (
        <PasskeyDoor
          ask="/newsroom/account/passkeys/ask"
          action="/newsroom/account/passkeys"
          way="make"
          label={account.addPasskey}
        >
          <ComesBack />
        </PasskeyDoor>
      ) : null}
    </>
  )
}

const Paper = (props: StartPageProps) => {
  const { settings, hasLogo } = props.progress
  const paper = props.typed.paper ?? settings
  return (
    <form method="post" action="/newsroom/start/paper" enctype="multipart/form-data" class="stack">
      <Shown fields={settings} />
      <div class="pair">
        <div>
          <label for="paper-name">{SITE_SETTINGS.name.label}</label>
          <input
            id="paper-name"
            name="name"
            required
            maxlength={SITE_SETTINGS.name.longest}
            dir="auto"
            value={paper.name}
            {...stateOf(props, 'paper', 'name')}
          />
        </div>
        <div>
          <label for="time-zone">
            {SITE_SETTINGS.timeZone.label} <span class="hint">{m.timeZoneHint}</span>
          </label>
          <input
            id="time-zone"
            name="timeZone"
            required
            list="time-zones"
            dir="ltr"
            value={paper.timeZone}
            {...stateOf(props, 'paper', 'timeZone')}
          />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option value={zone} />
            ))}
          </datalist>
        </div>
      </div>
      <label for="logo">
        {m.logo} <span class="hint">{m.logoHint}</span>
      </label>
      <input
        id="logo"
        name="logo"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        {...stateOf(props, 'paper', 'logo')}
      />
      <p>
        <button type="submit">{m.save}</button>{' '}
        <span class="meta">
          {hasLogo ? m.hasLogo : null} <a href="/newsroom/look">{m.look}</a>
        </span>
      </p>
    </form>
  )
}

const FirstStory = ({ progress: { sample }, person }: StartPageProps) => (
  <>
    {person.switches.includes('write') ? (
      <div class="acts">
        <a class="button" href="/newsroom/paste">
          {m.paste}
        </a>
        <form method="post" action="/newsroom/stories">
          <button type="submit">{m.write}</button>
        </form>
      </div>
    ) : null}
    <p>{m.moveIn(<a href="/newsroom/move-in">{m.moveInLink}</a>)}</p>
    {sample ? (
      <>
        <p>{m.sample(<a href={`/newsroom/stories/${sample.id}`}>“{sample.headline}”</a>)}</p>
        {person.switches.includes('publish') ? (
          <form method="post" action="/newsroom/start/sample">
            <button type="submit">{m.takeSample}</button>
          </form>
        ) : null}
      </>
    ) : (
      <p class="hint">{m.noSample}</p>
    )}
  </>
)

const Invite = (props: StartPageProps) => {
  const { progress, typed, newLink, site } = props
  return (
    <>
      {newLink ? <NewLinkShown link={newLink} mailLeaves={site.mailLeaves} /> : null}
      {progress.colleagues.length > 0 ? <p>{m.colleagues(progress.colleagues.map(({ name }) => name))}</p> : null}
      <p class="hint">
        {m.inviteHint} {site.mailLeaves ? null : m.inviteNoMail}
      </p>
      <form method="post" action="/newsroom/start/invite" class="stack">
        <NameAndMail
          at="their-"
          name={typed.invite?.name ?? ''}
          mail={typed.invite?.mail ?? ''}
          wrong={personField(props, 'invite')}
        />
        <fieldset>
          <legend>{people.permissions}</legend>
          <Switches chosen={typed.invite?.switches ?? []} />
        </fieldset>
        <p>
          <button type="submit">{people.addAndLink}</button>
        </p>
      </form>
    </>
  )
}
