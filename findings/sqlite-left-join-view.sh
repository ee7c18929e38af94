#!/bin/sh
# SQLite 3.53.2 (in better-sqlite3 12.11.1) works out every row of a view that
# joins two tables where it is LEFT JOINed by an indexed column to a single row:
# EXPLAIN QUERY PLAN says MATERIALIZE, and a function in the view is called for
# each of the 1000 stories. An inner JOIN and a subselect of the same view find
# the one story by its index, and a LEFT JOIN takes the same rows of the view,
# so one would expect the same search. (SQLite's optimizer overview, "Subquery
# flattening", has rules for when a view is not taken apart into its query; here
# the value it is joined on does not get into it in any other way.) A front page
# that asks for "the pin, and its story if it is still public" then reads the
# whole archive each time it is drawn.
#
# Prints what was seen; fails where that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund better-sqlite3@12.11.1
cat >look.mjs <<'JS'
import Database from 'better-sqlite3'

const db = new Database(':memory:')
console.log(db.prepare('select sqlite_version() as SQLite').get())
let worked = 0
db.function('worked_out', (headline) => {
  worked += 1
  return headline
})
db.exec(`
  create table stories (id integer primary key, headline text not null);
  create table versions (id integer primary key, story_id integer not null unique);
  create table pins (place integer primary key, story_id integer not null);
  create view public_stories as
    select s.id, worked_out(s.headline) as headline, v.id as version
    from stories s join versions v on v.story_id = s.id;
  with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000)
    insert into stories select i, 'Ferry ' || i from n;
  insert into versions select id, id from stories;
  insert into pins values (1, 500);
  analyze;
`)
const look = (name, sql) => {
  worked = 0
  const [{ headline }] = db.prepare(sql).all()
  const plan = db.prepare(`explain query plan ${sql}`).all()
  const isMaterialised = plan.some(({ detail }) => detail.startsWith('MATERIALIZE'))
  console.log(`${name.padEnd(9)} ${headline}, worked out ${String(worked).padStart(4)} times:`)
  for (const { detail } of plan) console.log(`            ${detail}`)
  return `${headline} ${worked} ${isMaterialised}`
}
const seen = [
  look('LEFT JOIN', 'select v.headline from pins p left join public_stories v on v.id = p.story_id where p.place = 1'),
  look('JOIN', 'select v.headline from pins p join public_stories v on v.id = p.story_id where p.place = 1'),
  look('subselect', 'select (select headline from public_stories v where v.id = p.story_id) as headline from pins p where p.place = 1'),
]
process.exitCode = seen.join('; ') === 'Ferry 500 1000 true; Ferry 500 1 false; Ferry 500 1 false' ? 0 : 1
JS
node look.mjs
