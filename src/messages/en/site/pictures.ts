/** What stands beside a picture for readers. */
export const captionMessages = {
  ai: { generated: 'Made with AI', helped: 'Edited with AI' },
}
