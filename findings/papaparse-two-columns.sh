#!/bin/sh
# papaparse 5.7.1 does not recognise the semicolon of a table with two columns and
# fewer than ten lines that ends with a line break, as RFC 4180 (2.2) allows. It
# counts the nothing behind that break as a row of one cell, finds less than two
# cells a row, and falls back on the comma. Where commas are the decimal sign, the
# share of the vote is cut in two. Without the last break, or with a third
# column, the same rows are read as they should be: the small tables of results
# that a newsroom pastes are the ones that break.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1
cat >look.mjs <<'JS'
import Papa from 'papaparse'

const read = (name, table) => {
  const { data, meta } = Papa.parse(table, { header: true })
  const seen = `"${meta.delimiter}" ${JSON.stringify(data[0])}`
  console.log(`${name.padEnd(14)} ${seen}`)
  return seen
}
const seen = [
  read('two columns', 'Liste;Anteil\nHafen;48,3\nMarkt;35,9\n'),
  read('no last break', 'Liste;Anteil\nHafen;48,3\nMarkt;35,9'),
  read('three columns', 'Liste;Anteil;Sitze\nHafen;48,3;7\nMarkt;35,9;5\n'),
]
const expected = [
  '"," {"Liste;Anteil":"Hafen;48","__parsed_extra":["3"]}',
  '";" {"Liste":"Hafen","Anteil":"48,3"}',
  '";" {"Liste":"Hafen","Anteil":"48,3","Sitze":"7"}',
]
process.exitCode = seen.join() === expected.join() ? 0 : 1
JS
node look.mjs
