/** One import: what is in it, how far it is, what came of it. */
import { accountOf, bringsNothing, type Import, type ImportLine, resultOf } from '../../../exchange/moving/index.ts'
import { moveAccountMessages as account, moveInMessages as m } from '../../../messages/index.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from '../settings/settings-places.tsx'
import { titleOfImport } from './move-in-page.tsx'

export interface ImportPageProps extends Frame {
  of: Import
  lines: readonly ImportLine[]
  /** How many more there are. */
  more: number
  pictures: { waiting: number; put: number; failed: number }
  problem?: string
  /** What was sent of the old site and could not be taken. */
  typed?: OldSite
}

/** As somebody types it. */
export interface OldSite {
  address: string
  zone: string
  /** "yes", "no" or empty. */
  unreviewed: string
}

export const renderImportPage = (props: ImportPageProps): string => {
  const { of, lines, more, pictures, problem, typed = oldSiteOf(of), ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: titleOfImport(of),
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="moving" />
        <h1>{titleOfImport(of)}</h1>
        <Problem sentence={problem} />
        <Body of={of} pictures={pictures} now={frame.now} typed={typed} />
        {lines.length > 0 ? (
          <section class="part">
            <h2>{of.state === 'looked' ? m.leftByName : of.state === 'undone' ? m.keptByName : m.becameByName}</h2>
            <ul class="plain lines">
              {lines.map(({ kind, name, why }) => (
                <li>
                  <p>{m.named(account.named(kind), <bdi>{name}</bdi>, why)}</p>
                </li>
              ))}
              {more > 0 ? <li>{m.more(more)}</li> : null}
            </ul>
          </section>
        ) : null}
        <p>
          <a href="/newsroom/move-in">{m.back}</a>
        </p>
      </>
    ),
  })
}

type Shown = Required<Pick<ImportPageProps, 'of' | 'pictures' | 'now' | 'typed'>>

const oldSiteOf = ({
  answers: { siteAddress = '', timeZone = '', unreviewedWerePublic: unreviewed },
}: Import): OldSite => ({
  address: siteAddress,
  zone: timeZone,
  unreviewed: unreviewed === undefined ? '' : unreviewed ? 'yes' : 'no',
})

const Body = ({ of, pictures, now, typed }: Shown) => {
  const hasBegun = of.place > 0 || of.phase !== 'records'
  if (of.state === 'looking') return <Waiting sentence={m.looking} />
  if (of.state === 'undoing') return <Waiting sentence={m.undoing} />
  if (of.state === 'looked') return <Choices of={of} typed={typed} />
  if (of.state === 'running') return <Waiting sentence={m.running(of.place, itemsOf(of))} rest={restOf(of, now)} />
  if (of.state === 'stopped')
    return (
      <>
        <section class="part">
          <h2>{m.stopped}</h2>
          <p class="alert" role="alert">
            {of.problem}
          </p>
          {hasBegun ? <Act of={of} act="go-on" label={m.goOn} /> : null}
        </section>
        {hasBegun ? <Undo of={of} /> : <Answers of={of} typed={typed} />}
      </>
    )
  return (
    <>
      {of.state === 'undone' ? <p class="notice">{m.undone}</p> : null}
      <section class="part">
        <h2>{m.result}</h2>
        {of.state === 'done' && bringsNothing(of.became) ? <p class="notice">{account.nothingNew}</p> : null}
        <Account lines={resultOf(of.became)} />
        {of.problem === null ? null : <p class="alert">{of.problem}</p>}
        {of.learnt ? <p>{account.learnt(of.learnt)}</p> : null}
        {of.state === 'done' ? (
          <>
            {pictures.waiting + pictures.put + pictures.failed > 0 ? <p>{account.pictures(pictures)}</p> : null}
            <p class="hint">{m.follows}</p>
          </>
        ) : null}
      </section>
      {of.state === 'done' && !bringsNothing(of.became) ? <Undo of={of} /> : null}
    </>
  )
}

const Waiting = ({ sentence, rest }: { sentence: string; rest?: string | null }) => (
  <section class="part" role="status">
    <p>
      {sentence} {rest ? m.left(rest) : ''}
    </p>
    <p class="hint">
      {m.youCanGo} {m.refreshes}
    </p>
  </section>
)

const itemsOf = ({ found }: Import): number =>
  Object.values(found).reduce((sum, states) => sum + Object.values(states).reduce((all, count) => all + count, 0), 0)

/** Before so many are done, how long the rest takes is anybody's guess. */
const KNOWN_FROM = 500

function restOf(of: Import, now: number): string | null {
  const left = itemsOf(of) - of.place
  if (of.place < KNOWN_FROM || left <= 0) return null
  return account.timeLeft(((now - of.startedAt) / of.place) * left)
}

const Account = ({ lines }: { lines: readonly { what: string; becomes: string }[] }) => (
  <ul class="plain lines">
    {lines.map(({ what, becomes }) => (
      <li>
        <p>{m.line(<strong>{what}</strong>, becomes)}</p>
      </li>
    ))}
  </ul>
)

const Choices = ({ of, typed }: { of: Import; typed: OldSite }) => (
  <>
    <section class="part">
      <h2>{m.inIt}</h2>
      <Account lines={accountOf(of.found, of.options)} />
    </section>
    <section class="part">
      <h2>{m.choose}</h2>
      <form method="post" action={`/newsroom/move-in/${of.id}/begin`} class="stack">
        <fieldset>
          <legend>{m.comments}</legend>
          <label class="check">
            <input type="radio" name="comments" value="held" checked /> {m.commentsHeld}
          </label>
          <label class="check">
            <input type="radio" name="comments" value="approved" /> {m.commentsApproved}
          </label>
        </fieldset>
        <label class="check">
          <input type="checkbox" name="trash" value="yes" checked /> {m.trash}
        </label>
        <label class="check">
          <input type="checkbox" name="fetch" value="yes" /> {m.fetchPictures}
        </label>
        <label class="check">
          <input type="checkbox" name="name" value="yes" checked /> {m.takeName}
        </label>
        <p>
          <button type="submit">{m.moveIn}</button>
        </p>
      </form>
    </section>
    <Answers of={of} typed={typed} />
  </>
)

const Answers = ({ of, typed: { address, zone, unreviewed } }: { of: Import; typed: OldSite }) => (
  <section class="part">
    <h2>{m.answer}</h2>
    <form method="post" action={`/newsroom/move-in/${of.id}/look`} class="stack">
      <label for="address">
        {m.siteAddress} <span class="hint">{m.siteAddressHint}</span>
      </label>
      <input id="address" name="address" value={address} dir="ltr" />
      <label for="zone">
        {m.timeZone} <span class="hint">{m.timeZoneHint}</span>
      </label>
      <input id="zone" name="zone" value={zone} dir="ltr" />
      <label for="unreviewed">{m.unreviewed}</label>
      <select id="unreviewed" name="unreviewed">
        <option value="">{m.notSaid}</option>
        <option value="yes" selected={unreviewed === 'yes'}>
          {m.yes}
        </option>
        <option value="no" selected={unreviewed === 'no'}>
          {m.no}
        </option>
      </select>
      <p>
        <button type="submit">{m.lookAgain}</button>
      </p>
    </form>
  </section>
)

const Act = ({ of, act, label }: { of: Import; act: string; label: string }) => (
  <form method="post" action={`/newsroom/move-in/${of.id}/${act}`}>
    <button type="submit">{label}</button>
  </form>
)

const Undo = ({ of }: { of: Import }) => (
  <section class="part">
    <h2>{m.undo}</h2>
    <p>{m.undoLead}</p>
    <Act of={of} act="undo" label={m.undo} />
  </section>
)
