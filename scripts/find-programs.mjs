/**
 * Finds what the tests need from the machine: a Chromium to drive and a
 * PostgreSQL server to start. Plain Node: it also runs before any package is
 * installed.
 */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const windows = process.platform === 'win32'
const home = homedir()

/** The path of a Chromium or Chrome, or null. COURANT_CHROMIUM names one outright. */
export function findChromium() {
  const named = process.env.COURANT_CHROMIUM
  if (named) return runs(named) ? named : null
  return (
    ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'].map(onPath).find(Boolean) ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      join(home, 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
      ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .map((folder) => (folder ? join(folder, 'Google/Chrome/Application/chrome.exe') : '')),
      ...playwrightChromiums(),
    ].find(runs) ??
    null
  )
}

/**
 * Chromium without what draws a window's own buttons, or any other Chromium, or null: a page costs it half the processor
 * time. For tests of pages; what is measured is measured in the browser that people have.
 */
export function findLightChromium() {
  return (process.env.COURANT_CHROMIUM ? null : onPath('chromium-headless-shell')) ?? findChromium()
}

/** The folder that holds PostgreSQL's initdb and postgres, or null. The newest where there are several. */
export function findPostgres() {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...newestIn('/usr/lib/postgresql').map((folder) => join(folder, 'bin')),
    ...['/opt/homebrew/opt', '/usr/local/opt']
      .flatMap(newestIn)
      .filter((folder) => /\/postgresql(@\d+)?$/.test(folder))
      .map((folder) => join(folder, 'bin')),
    ...newestIn('/Applications/Postgres.app/Contents/Versions').map((folder) => join(folder, 'bin')),
    ...newestIn(join(process.env.PROGRAMFILES ?? '', 'PostgreSQL')).map((folder) => join(folder, 'bin')),
  ]
  return (
    folders.find((folder) => folder && runs(executable(folder, 'initdb')) && runs(executable(folder, 'postgres'))) ??
    null
  )
}

/**
 * The path of a program on PATH, or null.
 * @param {string} name
 */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => executable(folder, name)).find(runs) ?? null
}

/** The Chromiums Playwright has downloaded for some other project, newest first. */
function playwrightChromiums() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(home, '.cache/ms-playwright'),
    join(home, 'Library/Caches/ms-playwright'),
    join(process.env.LOCALAPPDATA ?? home, 'ms-playwright'),
  ]
  return caches
    .flatMap(newestIn)
    .filter((folder) => /chromium-\d+$/.test(folder))
    .flatMap((folder) => [
      join(folder, 'chrome-linux/chrome'),
      join(folder, 'chrome-linux64/chrome'),
      join(folder, 'chrome-mac/Chromium.app/Contents/MacOS/Chromium'),
      join(folder, 'chrome-win/chrome.exe'),
    ])
}

/**
 * The entries of a folder as paths, the highest version number first; none where there is no such folder.
 * @param {string} folder
 */
const newestIn = (folder) =>
  folder && existsSync(folder)
    ? readdirSync(folder)
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
        .map((name) => join(folder, name))
    : []

/**
 * @param {string} folder
 * @param {string} name
 */
const executable = (folder, name) => join(folder, windows ? `${name}.exe` : name)

/** @param {string | null | undefined} path */
function runs(path) {
  if (!path) return false
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
