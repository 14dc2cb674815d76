// Plain JavaScript: an old Node cannot even load a .ts file, and should say so in a sentence.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 2)) {
  console.error(`Pleinbord needs Node 24.2 or newer and this is ${process.versions.node}; "npm ci && npm start" brings its own.`)
  process.exit(1)
}
const { built } = await import('./scripts/built.ts')
await built()
const { main } = await import('./server/main.ts')
await main()
