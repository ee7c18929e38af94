/** On a comment's own page: being told of answers to it. */
import { receiptMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import type { ReceiptAnswers } from './receipt-props.ts'

const PROBLEM = 'answers-problem'

export const AnswersTold = ({ path, answers }: { path: string; answers: ReceiptAnswers }) => (
  <section id="answers">
    <h2>{m.answersByEmail}</h2>
    {answers.state === 'told' ? (
      <form method="post" action={`${path}/answers/stop`}>
        <p>{m.answersOn}</p>
        <p class="send">
          <button type="submit">{m.stopAnswers}</button>
        </p>
      </form>
    ) : (
      <>
        {answers.state === 'asked' ? <p>{m.answersAsked(<bdi>{answers.address}</bdi>)}</p> : <p>{m.answersOff}</p>}
        {answers.sentence ? (
          <p class="alert" role="alert" id={PROBLEM}>
            {answers.sentence}
          </p>
        ) : null}
        <form method="post" action={`${path}/answers`} class="comment-form">
          <label for="answers-mail">
            {m.yourEmail} <span class="hint">{siteFrameMessages.emailHint}</span>
          </label>
          <input
            id="answers-mail"
            name="mail"
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            value={answers.typed}
            {...(answers.sentence ? { 'aria-invalid': 'true' as const, 'aria-describedby': PROBLEM } : {})}
          />
          <p class="send">
            <button type="submit">{answers.state === 'asked' ? m.sendLinkAgain : m.tellMe}</button>
          </p>
        </form>
      </>
    )}
  </section>
)
