import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../../findings/', import.meta.url)
const scripts = readdirSync(folder)
  .filter((name) => name.endsWith('.sh'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const readme = readFileSync(new URL('README.md', folder), 'utf8')

test('a finding can be run, stops at the first error and takes its folder away', () => {
  expect(scripts.length).toBeGreaterThan(8)
  const wrong = scripts.filter(
    ({ name, text }) =>
      !text.startsWith('#!/usr/bin/env bash\n# ') ||
      !/^set -euo pipefail\nplace=\$\(mktemp -d\)$/m.test(text) ||
      !/^trap .+ EXIT$/m.test(text) ||
      (process.platform !== 'win32' && (statSync(new URL(name, folder)).mode & 0o111) === 0),
  )
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('a finding installs exact versions', () => {
  const wrong = scripts.flatMap(({ name, text }) => {
    const install = /^npm install ((?:.*\\\n)*.*)$/m.exec(text)?.[1] ?? ''
    const packages = install.split(/[\s\\]+/).filter((word) => word && !/^(--|>>)/.test(word))
    const loose = packages.filter(
      (word) => !/^(@[\w-]+\/)?[\w.-]+@\d+\.\d+\.\d+(-[\w.]+)?$/.test(word) && word !== 'npm.log',
    )
    return packages.length === 0 ? [`${name}: none`] : loose.map((word) => `${name}: ${word}`)
  })
  expect(wrong).toEqual([])
})

test('a finding says what one would guess, what happens and what follows here', () => {
  const wrong = scripts.filter(({ text }) => {
    const head = text.slice(0, text.indexOf('\nset -euo'))
    return ['One would guess:', 'What happens:', 'Here:'].some(
      (part) => !head.includes(`# ${part}`),
    )
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('the table of findings is the list of findings', () => {
  const listed = [...readme.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => `${name}.sh`)
  expect(listed).toEqual(scripts.map(({ name }) => name).sort())
})
