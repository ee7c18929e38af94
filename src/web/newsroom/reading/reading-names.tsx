/** The names of a story, each with its way to a page of its own; its times and amounts. */

import type { AcceptedName } from '../../../archive/index.ts'
import { readingMessages as m } from '../../../messages/index.ts'
import { type Amount, amountInWords, type Name, type TimeExpression } from '../../../reading/index.ts'
import type { Site } from '../../site/kit/props.ts'
import { edtfWords } from '../../site/said/edtf-words.ts'
import { KIND_WORDS } from '../../site/said/said-view.tsx'
import type { ReadingPageProps } from './reading-props.ts'

export const NameList = ({ reading, accepted, open, allAccepted, story, mayAccept }: ReadingPageProps) => {
  const action = `/newsroom/stories/${story.id}/reading/names`
  const kinds = new Set(allAccepted.map(({ kind }) => kind))
  return (
    <section aria-labelledby="names">
      <h2 id="names">{m.names}</h2>
      <p class="hint">{m.namesHint}</p>
      {reading.names.length === 0 ? <p class="empty">{m.noNames}</p> : null}
      {mayAccept ? <AcceptAll action={action} reading={reading} accepted={accepted} /> : null}
      <ul class="plain lines names">
        {reading.names.map((name) => (
          <li id={`name-${name.id}`}>
            <span>
              <strong>{name.name}</strong> <span class="label">{KIND_WORDS[name.kind]}</span>
            </span>
            <span class="meta">{[...name.roles, m.mentions(name.mentions.length)].join(' · ')}</span>
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

/** One press for all of a kind; nothing where only one is left. */
const AcceptAll = ({
  action,
  reading,
  accepted,
}: Pick<ReadingPageProps, 'reading' | 'accepted'> & { action: string }) => {
  const left = reading.names.filter(({ id }) => !accepted.has(id))
  const kinds = (Object.keys(m.acceptAll) as Name['kind'][])
    .map((kind) => ({ kind, count: left.filter((name) => name.kind === kind).length }))
    .filter(({ count }) => count > 1)
  if (kinds.length === 0) return null
  return (
    <div class="acts">
      {kinds.map(({ kind, count }) => (
        <form method="post" action={action}>
          <input type="hidden" name="kind" value={kind} />
          <button type="submit" name="act" value="accept all">
            {m.acceptAll[kind](count)}
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
    const isJoined = accepted.name.toLowerCase() !== name.name.toLowerCase()
    return (
      <form method="post" action={action} class="acts small">
        {hidden}
        <input type="hidden" name="accepted" value={accepted.id} />
        <span>
          {isJoined
            ? isOpen
              ? m.countsAs(<a href={accepted.path}>{accepted.name}</a>)
              : m.countsAsNotOpen(accepted.name)
            : isOpen
              ? m.accepted(<a href={accepted.path}>{m.viewPage}</a>)
              : m.acceptedNotOpen}
        </span>
        <a href={`/newsroom/names/${accepted.id}/portrait`}>
          {accepted.portrait === null ? m.addPortrait : m.changePortrait}
          {of}
        </a>
        <button type="submit" name="act" value={isJoined ? 'part' : 'withdraw'} class="quiet">
          {isJoined ? m.notTheSame : m.removePage}
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
          {m.accept}
          {of}
        </button>
      </form>
      {hasAlike ? (
        <details>
          <summary>
            {m.mergeWith}
            {of}
          </summary>
          <form method="post" action={action} class="acts small">
            {hidden}
            <label for={same} class="visually-hidden">
              {m.mergeLabel(name.name)}
            </label>
            <input id={same} name="same" list={`accepted-${name.kind}`} autocomplete="off" dir="auto" />
            <button type="submit" name="act" value="join">
              {m.merge}
            </button>
          </form>
        </details>
      ) : null}
    </div>
  )
}

export const TimesAndAmounts = ({ site, date, reading: { times, amounts } }: ReadingPageProps) => (
  <section aria-labelledby="times">
    <h2 id="times">{m.times}</h2>
    <p class="meta">{m.countedFrom[date.of](edtfWords(site, date.day))}</p>
    {times.length + amounts.length === 0 ? <p class="empty">{m.noTimes}</p> : null}
    {times.length > 0 ? <Times site={site} times={times} /> : null}
    {amounts.length > 0 ? <Amounts amounts={amounts} /> : null}
  </section>
)

const Times = ({ site, times }: { site: Site; times: readonly TimeExpression[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">{m.time}</th>
        <th scope="col">{m.meaning}</th>
      </tr>
    </thead>
    <tbody>
      {times.map(({ text, edtf, unresolved }) => (
        <tr>
          <td dir="auto">{text}</td>
          <td>
            {edtf === null ? (
              <span class="missing">{unresolved ? m.notKnownBecause(unresolved) : m.notKnown}</span>
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
        <th scope="col">{m.amount}</th>
        <th scope="col">{m.meaning}</th>
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
