/** Stylesheets and browser code are built before the tests, so that pages are tested with the real ones. */
import { buildAssets } from '../scripts/build.mjs'

export default buildAssets
