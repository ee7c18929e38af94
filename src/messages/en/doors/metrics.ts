/** What each counter at /metrics counts, for whoever reads them there. */
export const metricsMessages = {
  requests: 'Requests answered.',
  times: 'Time until an answer began.',
  comments: 'Comments sent, by what became of them.',
  statements: 'Time that statements of the database took.',
  hits: 'Pages that were there, since the start.',
  misses: 'Pages that had to be drawn, since the start.',
  bytes: 'Memory that kept pages take.',
  pages: 'Pages kept.',
  streams: 'Open lines of server-sent events.',
  up: '1 where the database answered as this was read, 0 where it did not.',
  queue: 'Comments that wait for review; counted up to 5,000.',
  oldest: 'How long the oldest of them has waited.',
  jobs: 'Jobs in the background.',
  late: 'How long the first job of a kind has been due.',
  letters: 'Emails that are to leave, and that could not.',
  unsent: 'Messages to other servers that are to leave.',
}
