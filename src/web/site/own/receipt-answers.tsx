/** On a comment's own page: being told of answers to it. */
import type { ReceiptAnswers } from './receipt-props.ts'

const PROBLEM = 'answers-problem'

export const AnswersTold = ({ path, answers }: { path: string; answers: ReceiptAnswers }) => (
  <section id="answers">
    <h2>Answers by email</h2>
    {answers.state === 'told' ? (
      <form method="post" action={`${path}/answers/stop`}>
        <p>We email you about answers to this comment. Each email says how to change that.</p>
        <p class="send">
          <button type="submit">Stop these emails</button>
        </p>
      </form>
    ) : (
      <>
        {answers.state === 'asked' ? (
          <p>
            We’re sending a confirmation link to <bdi>{answers.address}</bdi>. Open it to start. If nothing arrives,
            check your spam folder or try again tomorrow: each address gets one a day at most.
          </p>
        ) : (
          <p>
            Give your email address and confirm it by the link we send you. You then get one email a day at most, when
            somebody has answered this comment.
          </p>
        )}
        {answers.sentence ? (
          <p class="alert" role="alert" id={PROBLEM}>
            {answers.sentence}
          </p>
        ) : null}
        <form method="post" action={`${path}/answers`} class="comment-form">
          <label for="answers-mail">
            Your email address <span class="hint">Never shown. Only the editors see it.</span>
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
            <button type="submit">{answers.state === 'asked' ? 'Send the link again' : 'Tell me about answers'}</button>
          </p>
        </form>
      </>
    )}
  </section>
)
