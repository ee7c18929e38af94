/** What is said of the exports of comment services: why one can't be read, and what isn't taken from it. */

export const commentExportMessages = {
  /** Stands for a name where nobody gave one. */
  anonymous: 'Anonymous',

  database: (file: string) =>
    `${file} is damaged or not a database of Isso. Stop Isso, copy the file again and try once more.`,
  coralStories:
    'The comments of Coral name their stories only by number. Export the collection “stories” too, and choose all the files together.',
  coralUsers:
    'The comments of Coral name their authors only by number. Export the collection “users” too, and choose all the files together.',

  /** Tells one comment from others of its author. */
  commentBy: (name: string, beginning: string) => (beginning ? `${name}: “${beginning}”` : name),

  /** Why it isn't taken. */
  noTime: 'It has no date that can be read.',
  noStory: 'It doesn’t say which page it belongs to.',
  noKey: 'It has no number by which its comments could name it.',
  unknown: 'Courant doesn’t know what this is.',
  categories: 'Stories have their own sections and topics here.',
  accounts: 'Accounts aren’t taken over. The name and email address stay with each comment.',
  blocks: 'Blocks aren’t taken over. You can ban the author from any of their comments.',
  decisions: 'What became of the comment is taken over, and why it was rejected. The steps before that aren’t.',
}
