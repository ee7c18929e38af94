#!/bin/sh
# @20minutes/s3rver 4.0.4 answers "InternalError" (500) where a list is longer
# than the page that was asked for. ListObjectsV2 is to say IsTruncated then and
# give a NextContinuationToken (Amazon S3, API reference); s3rver makes that
# token with the cipher DES, which Node 17 and later no longer have (OpenSSL 3).
# A news site that walks through its pictures page by page, to copy or to tidy
# up, cannot be tried against it with more pictures than one page holds. The
# old ListObjects, whose marker is the last key, works.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @20minutes/s3rver@4.0.4 aws4fetch@1.0.20
cat >look.mjs <<'JS'
import S3rver from '@20minutes/s3rver'
import { AwsClient } from 'aws4fetch'

const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: process.argv[2],
  configureBuckets: [{ name: 'pictures' }],
})
const { port } = await server.run()
const client = new AwsClient({
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
  service: 's3',
  region: 'us-east-1',
  retries: 0,
})
const bucket = `http://127.0.0.1:${port}/pictures`
for (const name of ['ferry', 'harbour', 'pier']) {
  await client.fetch(`${bucket}/${name}.jpg`, { method: 'PUT', body: name })
}
const ask = async (query) => {
  const answer = await client.fetch(`${bucket}?${query}`)
  const said = /<(IsTruncated|Code)>(.*?)</.exec(await answer.text())
  const seen = `${answer.status}, ${said?.[1]} ${said?.[2]}`
  console.log(`${query.padEnd(22)} ${seen}`)
  return seen
}
const seen = [
  await ask('list-type=2&max-keys=3'),
  await ask('list-type=2&max-keys=2'),
  await ask('max-keys=2'),
]
await server.close()
process.exitCode =
  seen.join('; ') === '200, IsTruncated false; 500, Code InternalError; 200, IsTruncated true' ? 0 : 1
JS
node look.mjs "$folder/data"
