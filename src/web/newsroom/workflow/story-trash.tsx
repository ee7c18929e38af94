/** On a story's page: throwing it away; one that readers see in one act with taking it off the site, which is asked about once. */
import { trashMessages as m } from '../../../messages/index.ts'

export const StoryTrash = ({ storyId, isLive }: { storyId: string; isLive: boolean }) => {
  const path = `/newsroom/stories/${storyId}`
  return (
    <section id="trash">
      <h2>{m.moveHere}</h2>
      <p class="hint">{m.moveHint}</p>
      {isLive ? (
        <details>
          <summary class="button">{m.offAndAway}</summary>
          <form method="post" action={`${path}/trash-live`}>
            <p>{m.offHint}</p>
            <button type="submit" class="grave">
              {m.yesAway}
            </button>
          </form>
        </details>
      ) : (
        <form method="post" action={`${path}/trash`}>
          <button type="submit">{m.moveHere}</button>
        </form>
      )}
    </section>
  )
}
