/** In a story's form: files that can be put into its body, and where more are added. */
import type { Attachment } from '../../../attachments/index.ts'
import { filesMessages as m } from '../../../messages/index.ts'
import { fileLine } from '../files/file-page.tsx'
import { factsOf } from '../files/files-page.tsx'

export const StoryFiles = ({ files }: { files: readonly Attachment[] }) => (
  <details class="story-files">
    <summary>{m.inStory}</summary>
    {files.length === 0 ? null : (
      <>
        <p class="hint">{m.inStoryHint}</p>
        <ul class="plain lines">
          {files.map((file) => (
            <li>
              <code>{fileLine(file)}</code> <span class="meta">{factsOf(file).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    <p>
      {/* In a window of its own: what is typed here stays. */}
      <a href="/newsroom/files" target="_blank" rel="noopener">
        {m.addFile}
      </a>
    </p>
  </details>
)
