/** The form a comment is written in: on a story's page, on the check page and under the comment it answers. */

import type { StoryMode } from '../../../discussion/index.ts'
import { discussionMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { LONGEST_NAME } from '../../../text/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { minutesInWords } from '../kit/format.ts'
import type { CommentDraft } from '../kit/props.ts'
import { modeSentence } from './story-mode.ts'

export interface CommentFormProps {
  action: string
  draft?: CommentDraft
  token?: string
  parent?: string
  invalid?: 'name' | 'mail' | 'text' | null
  houseRule: string
  /** Minutes within which comments are usually answered; null where too little is known. */
  answeredWithin: number | null
  /** So many approved comments let a verified reader's appear without review; null or absent where a person reads all. */
  withoutReview?: number | null | undefined
  /** Whether mail leaves, and answers can be told by it. */
  mailLeaves: boolean
  /** How the story takes comments; absent for the usual way. */
  mode?: StoryMode | undefined
  button?: string
  /** The story's id, where the form stands in a frame on another site: there it asks for no cookie and no work. */
  framed?: string | undefined
}

/** The id of the sentence that says what is wrong. */
export const PROBLEM = 'comment-problem'

export const CommentForm = ({
  action,
  draft,
  token,
  parent,
  invalid,
  houseRule,
  answeredWithin,
  withoutReview = null,
  mailLeaves,
  mode = { kind: 'open' },
  button = m.send,
  framed,
}: CommentFormProps) => {
  const slowly = modeSentence(mode)
  const within = answeredWithin === null ? null : minutesInWords(answeredWithin)
  const state = (field: 'name' | 'mail' | 'text') =>
    invalid === field ? ({ 'aria-invalid': 'true', 'aria-describedby': PROBLEM } as const) : {}
  return (
    <form class="comment-form" method="post" action={action} id="write">
      {houseRule ? <p class="house-rule">{houseRule}</p> : null}
      {slowly ? <p class="notice">{slowly}</p> : null}
      <label for="comment-text">{siteFrameMessages.yourComment}</label>
      <CommentField text={draft?.text ?? ''} {...state('text')} />
      <div class="two">
        <div>
          <label for="comment-name">
            {m.name} <span class="hint">{m.nameHint}</span>
          </label>
          <input
            id="comment-name"
            name="name"
            required
            maxlength={LONGEST_NAME}
            autocomplete="name"
            dir="auto"
            value={draft?.name ?? ''}
            {...state('name')}
          />
        </div>
        <div>
          <label for="comment-mail">
            {m.email} <span class="hint">{siteFrameMessages.emailHint}</span>
          </label>
          <input
            id="comment-mail"
            name="mail"
            type="email"
            maxlength={254}
            autocomplete="email"
            value={draft?.mail ?? ''}
            {...state('mail')}
          />
        </div>
      </div>
      {mailLeaves ? (
        <label class="choice">
          <input type="checkbox" name="tell" value="yes" checked={draft?.tell ?? false} /> {m.tellMe}
        </label>
      ) : null}
      <div class="beyond" aria-hidden="true">
        <label for="comment-website">{m.leaveEmpty}</label>
        <input id="comment-website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      {parent ? <input type="hidden" name="parent" value={parent} /> : null}
      {token ? <input type="hidden" name="token" value={token} /> : null}
      {framed === undefined ? <Unseen needsToken={!token} /> : <input type="hidden" name="story" value={framed} />}
      <p class="send">
        <button class="first" type="submit">
          {button}
        </button>
        <span class="meta">
          {withoutReview === null ? m.readFirst(within) : m.mostReadFirst(within)}{' '}
          {withoutReview === null ? '' : `${siteFrameMessages.withoutReview(withoutReview)} `}
          <a href="/house-rules" {...(framed === undefined ? {} : BESIDE)}>
            {siteFrameMessages.houseRules}
          </a>
        </span>
      </p>
    </form>
  )
}

/** Of a link in a frame that leads out of it. */
export const BESIDE = { target: '_blank', rel: 'noopener' } as const

/** What the browser fetches once somebody begins to write. */
const Unseen = ({ needsToken }: { needsToken: boolean }) => (
  <>
    {needsToken ? <span class="form-token" aria-hidden="true" /> : null}
    <iframe class="form-proof" src="/form-proof" loading="lazy" title={m.empty} tabindex={-1} aria-hidden="true" />
  </>
)

/**
 * The field for the words. HTML leaves out a line break at a field's beginning,
 * so one is put there for it. No maxlength: with it browsers cut what is pasted
 * without a word; the server says what is too long, and gives all of it back.
 */
export const CommentField = ({
  text,
  ...state
}: {
  text: string
  'aria-invalid'?: 'true'
  'aria-describedby'?: string
}) => (
  <textarea id="comment-text" name="comment" rows={7} required dir="auto" {...state}>
    {escapedText(`\n${text}`)}
  </textarea>
)
