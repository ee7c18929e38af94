/** Ends an older Node with a sentence. Whoever imports it loads the rest afterwards: an older Node could not read that, and would say so less clearly. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Courant needs Node 20.19 or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org, then run this again.`,
  )
  process.exit(1)
}
