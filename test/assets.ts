/** The program and what browsers load are built before the tests, so that both are tested as they are shipped. */
import { build } from '../scripts/build.mjs'

export default build
