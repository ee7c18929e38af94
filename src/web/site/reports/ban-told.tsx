/** What someone who is banned is told over the words that were not taken. */
import { reportingMessages as m, receiptMessages } from '../../../messages/index.ts'
import type { BanStatement } from '../../../redress/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { Statement } from '../said/statement.tsx'

/** `id` is what the field with the words names as its description. */
export const BanTold = ({ ban, id }: { ban: BanStatement; id: string }) => (
  <section class="decision-told">
    <div class="alert" role="alert" id={id}>
      <p>{m.nothingSent(ban.short)}</p>
      <p>{receiptMessages.reason(ban.ground.title, ban.ground.sentence)}</p>
    </div>
    {ban.note ? (
      <blockquote class="from-newsroom">
        <CommentText text={ban.note} />
      </blockquote>
    ) : null}
    <Statement statement={ban} open />
  </section>
)
