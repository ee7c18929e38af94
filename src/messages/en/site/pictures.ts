/** What stands beside a picture for readers. */
export const captionMessages = {
  ai: { made: 'Made with AI', edited: 'Edited with AI' },
}
