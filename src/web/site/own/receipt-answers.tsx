/** On a comment's own page: being told of answers to it. */
import type { ReceiptAnswers } from './receipt-props.ts'

const PROBLEM = 'answers-problem'

export const AnswersTold = ({ path, answers }: { path: string; answers: ReceiptAnswers }) => (
  <section id="answers">
    <h2>Answers by mail</h2>
    {answers.state === 'told' ? (
      <form method="post" action={`${path}/answers/stop`}>
        <p>You are told of answers to this comment. Each letter says how to change that.</p>
        <p class="send">
          <button type="submit">Tell me no more</button>
        </p>
      </form>
    ) : (
      <>
        {answers.state === 'asked' ? (
          <p>
            <bdi>{answers.address}</bdi> has been asked, or will be in a moment: open the link in the letter to begin.
            Nothing there? Look among the junk, or try again tomorrow; an address is asked once a day at most.
          </p>
        ) : (
          <p>
            Give an address, and answers to this comment are told to it once a day, after you have confirmed it by the
            link in a letter.
          </p>
        )}
        {answers.sentence ? (
          <p class="alert" role="alert" id={PROBLEM}>
            {answers.sentence}
          </p>
        ) : null}
        <form method="post" action={`${path}/answers`} class="comment-form">
          <label for="answers-mail">
            Your mail <span class="hint">Never shown. Only the editors see it.</span>
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
            <button type="submit">{answers.state === 'asked' ? 'Ask again' : 'Tell me of answers'}</button>
          </p>
        </form>
      </>
    )}
  </section>
)
