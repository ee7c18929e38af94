/** The names of a story, each with its way to a page of its own; its times and amounts. */
import type { AcceptedName } from '../../../archive/index.ts'
import { type Amount, amountInWords, type Name, type TimeExpression } from '../../../reading/index.ts'
import type { Site } from '../../site/kit/props.ts'
import { edtfWords } from '../../site/said/edtf-words.ts'
import { countOf, KIND_WORDS } from '../../site/said/said-view.tsx'
import type { CountedFrom } from './reading-of-draft.ts'
import type { ReadingPageProps } from './reading-props.ts'

export const NameList = ({ reading, accepted, open, allAccepted, story, mayAccept }: ReadingPageProps) => {
  const action = `/newsroom/stories/${story.id}/reading/names`
  const kinds = new Set(allAccepted.map(({ kind }) => kind))
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names</h2>
      <p class="hint">An accepted name has a page for readers, with what it said in every story that shows it.</p>
      {reading.names.length === 0 ? <p class="empty">No name was found.</p> : null}
      {mayAccept ? <AcceptAll action={action} reading={reading} accepted={accepted} /> : null}
      <ul class="plain lines names">
        {reading.names.map((name) => (
          <li id={`name-${name.id}`}>
            <span>
              <strong>{name.name}</strong> <span class="label">{KIND_WORDS[name.kind]}</span>
            </span>
            <span class="meta">{[...name.roles, countOf(name.mentions.length, 'mention')].join(' · ')}</span>
            {mayAccept ? (
              <NameActs
                action={action}
                name={name}
                accepted={accepted.get(name.id)}
                isOpen={open.has(name.id)}
                hasAlike={kinds.has(name.kind)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {[...kinds].map((kind) => (
        <datalist id={`accepted-${kind}`}>
          {allAccepted
            .filter((one) => one.kind === kind)
            .map((one) => (
              <option value={one.name} />
            ))}
        </datalist>
      ))}
    </section>
  )
}

const MANY_WORDS = { person: 'people', organization: 'organizations', place: 'places' } as const

/** One press for all of a kind; nothing where only one is left. */
const AcceptAll = ({
  action,
  reading,
  accepted,
}: Pick<ReadingPageProps, 'reading' | 'accepted'> & { action: string }) => {
  const left = reading.names.filter(({ id }) => !accepted.has(id))
  const kinds = (Object.keys(MANY_WORDS) as Name['kind'][])
    .map((kind) => ({ kind, count: left.filter((name) => name.kind === kind).length }))
    .filter(({ count }) => count > 1)
  if (kinds.length === 0) return null
  return (
    <div class="acts">
      {kinds.map(({ kind, count }) => (
        <form method="post" action={action}>
          <input type="hidden" name="kind" value={kind} />
          <button type="submit" name="act" value="accept all">
            Accept all {count} {MANY_WORDS[kind]}
          </button>
        </form>
      ))}
    </div>
  )
}

const NameActs = ({
  action,
  name,
  accepted,
  isOpen,
  hasAlike,
}: {
  action: string
  name: Name
  accepted: AcceptedName | undefined
  isOpen: boolean
  /** Whether any name of its kind is accepted. */
  hasAlike: boolean
}) => {
  const hidden = <input type="hidden" name="name" value={name.id} />
  const of = <span class="visually-hidden">: {name.name}</span>
  if (accepted) {
    const whose = name.kind === 'person' ? 'their' : 'its'
    const isJoined = accepted.name.toLowerCase() !== name.name.toLowerCase()
    return (
      <form method="post" action={action} class="acts small">
        {hidden}
        <input type="hidden" name="accepted" value={accepted.id} />
        <span>
          {isJoined ? 'Counts as ' : 'Accepted: '}
          {isOpen ? (
            <a href={accepted.path}>{isJoined ? accepted.name : `${whose} page`}</a>
          ) : (
            `${isJoined ? `${accepted.name}; the` : whose} page opens when a published story shows ${name.kind === 'person' ? 'them' : 'it'}`
          )}
        </span>
        <button type="submit" name="act" value={isJoined ? 'part' : 'withdraw'} class="quiet">
          {isJoined ? 'Not the same' : 'Remove page'}
          {of}
        </button>
      </form>
    )
  }
  const same = `same-${name.id}`
  return (
    <div class="acts small">
      <form method="post" action={action}>
        {hidden}
        <button type="submit" name="act" value="accept">
          Accept{of}
        </button>
      </form>
      {hasAlike ? (
        <details>
          <summary>Merge with …{of}</summary>
          <form method="post" action={action} class="acts small">
            {hidden}
            <label for={same} class="visually-hidden">
              The accepted name that {name.name} is
            </label>
            <input id={same} name="same" list={`accepted-${name.kind}`} autocomplete="off" dir="auto" />
            <button type="submit" name="act" value="join">
              Merge
            </button>
          </form>
        </details>
      ) : null}
    </div>
  )
}

/** Which day it is, and what an editor should know of it. */
const DAYS = {
  publication: 'the day it was published.',
  page: 'the day of the page it came from. Give that as its date when you publish it.',
  likely: 'which is likely the day of the page it came from. Check it, and give it as the date when you publish.',
  today: 'today; once it is published, from that day.',
} as const satisfies Record<CountedFrom['of'], string>

export const TimesAndAmounts = ({ site, date, reading: { times, amounts } }: ReadingPageProps) => (
  <section aria-labelledby="times">
    <h2 id="times">Times and amounts</h2>
    <p class="meta">
      Counted from {edtfWords(site, date.day)}, {DAYS[date.of]}
    </p>
    {times.length + amounts.length === 0 ? <p class="empty">None was found.</p> : null}
    {times.length > 0 ? <Times site={site} times={times} /> : null}
    {amounts.length > 0 ? <Amounts amounts={amounts} /> : null}
  </section>
)

const Times = ({ site, times }: { site: Site; times: readonly TimeExpression[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Time</th>
        <th scope="col">Means</th>
      </tr>
    </thead>
    <tbody>
      {times.map(({ text, edtf, unresolved }) => (
        <tr>
          <td dir="auto">{text}</td>
          <td>
            {edtf === null ? (
              <span class="missing">Not known{unresolved ? `: ${unresolved}` : ''}</span>
            ) : (
              edtfWords(site, edtf)
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Amounts = ({ amounts }: { amounts: readonly Amount[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">Amount</th>
        <th scope="col">Means</th>
      </tr>
    </thead>
    <tbody>
      {amounts.map((amount) => (
        <tr>
          <td dir="auto">{amount.text}</td>
          <td>{amountInWords(amount)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
