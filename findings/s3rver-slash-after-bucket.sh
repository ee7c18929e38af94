#!/bin/sh
# @20minutes/s3rver 4.0.4 refuses a signature over "/pictures/" and takes one
# over "/pictures", the same bucket. The path that is signed is the path that is
# sent (Signature Version 4, canonical request), and a client that joins the
# bucket's address and a key with a slash sends the one with the slash where the
# key is empty. So whatever asks about the bucket itself, as a list does, fails
# with SignatureDoesNotMatch although the keys are right, and a newsroom looks
# for the fault in its password.
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
const seen = []
for (const path of ['/pictures?list-type=2', '/pictures/?list-type=2']) {
  const answer = await client.fetch(`http://127.0.0.1:${port}${path}`)
  const code = /<Code>(.*?)</.exec(await answer.text())?.[1] ?? 'a list'
  console.log(`${path.padEnd(23)} ${answer.status}, ${code}`)
  seen.push(`${answer.status} ${code}`)
}
await server.close()
process.exitCode = seen.join('; ') === '200 a list; 403 SignatureDoesNotMatch' ? 0 : 1
JS
node look.mjs "$folder/data"
