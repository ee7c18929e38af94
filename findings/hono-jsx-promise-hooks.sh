#!/bin/sh
# hono 4.13.19 on Node 20 and 22: the first element that hono/jsx turns into
# text switches on hooks for every promise of the process, and they stay on. Each
# promise has an id of its own from then on, though nothing was asked to follow
# any; before, none has. An element without context, component or await does it:
# hono/jsx runs each rendering in an AsyncLocalStorage, in case a context is
# wanted after an await. (Node's documentation, "Promise execution tracking":
# promises are given no ids by default, because following them is expensive;
# hono's documentation of JSX does not mention it.) One would expect to pay for
# that where a context is used. On a news site under comments it was about a
# twentieth of the processor, for work that has nothing to do with pages. From
# Node 24 on, AsyncLocalStorage needs no such hooks, and nothing is switched on.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund hono@4.13.19
cat >look.mjs <<'JS'
import { executionAsyncId } from 'node:async_hooks'
import { jsx } from 'hono/jsx'

/** Under hooks what runs after each await has an id of its own. */
async function isFollowed() {
  await null
  const one = executionAsyncId()
  await null
  return executionAsyncId() !== one
}
const before = await isFollowed()
const page = String(jsx('p', {}, 'The ferry was late.'))
const after = await isFollowed()
console.log(`Node ${process.version}: promises followed before ${page}: ${before}, after it: ${after}`)
const isOld = Number(process.versions.node.split('.')[0]) < 24
process.exitCode = !before && after === isOld ? 0 : 1
JS
node look.mjs
