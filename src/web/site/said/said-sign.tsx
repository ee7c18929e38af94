/** The sign behind a quotation: pressed, it says in place who says so, in what role, and how we know. */
import { saidMessages as m } from '../../../messages/index.ts'
import { PortraitImage } from './portrait.tsx'
import type { SaidMark } from './said-props.ts'
import { sourceWords } from './said-view.tsx'

/** Two roles say who somebody is; their page has the others. */
const ROLES = 2

/** The popover stands right behind its button, so that it is read next. Browsers open and close it by themselves. */
export const SaidSign = ({ mark: { id, speaker, statement } }: { mark: SaidMark }) => {
  const roles = speaker.roles.slice(0, ROLES).join(', ')
  const sources = statement.sources.map(sourceWords).join(' · ')
  return (
    <>
      <button type="button" class="says" popovertarget={id} aria-label={m.saysSo(speaker.label)} />
      <span class="says-who" popover="auto" id={id}>
        {speaker.portrait ? <PortraitImage portrait={speaker.portrait} sizes="3.5rem" /> : null}
        {speaker.path ? <a href={speaker.path}>{speaker.label}</a> : <b>{speaker.label || m.speakerUnknown}</b>}
        {roles ? <span>{roles}</span> : null}
        {sources ? <span class="through">{sources}</span> : null}
      </span>
    </>
  )
}
