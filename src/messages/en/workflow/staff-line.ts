/** Over a page of the paper, for those who work on it. */
export const staffLineMessages = {
  label: 'For the newsroom',
  newsroom: 'Newsroom',
  edit: {
    story: 'Edit this story',
    front: 'Edit the front page',
    section: 'Edit this section',
    topic: 'Edit this topic',
    author: 'Edit this author',
    page: 'Edit this page',
  },
}
