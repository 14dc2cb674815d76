import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env['SERVER'] ?? `http://localhost:${process.env['PORT'] ?? 3000}`

export default defineConfig({
  root: fileURLToPath(new URL('client', import.meta.url)),
  plugins: [react()],
  resolve: {
    alias: [
      // 4 kB of colours and pictures for a console that nobody on a phone sees.
      { find: 'lib0/logging', replacement: fileURLToPath(new URL('client/session/yjsSays.ts', import.meta.url)) },
      {
        find: /^(?:lib0\/(?:broadcastchannel|environment)|\.\/(?:webtransport|environment)\.js)$/,
        replacement: fileURLToPath(new URL('client/session/leftOut.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    emptyOutDir: true,
    // For the server, which asks for a role's files with the page, and for `npm run size`.
    manifest: true,
    target: ['chrome100', 'safari15.4', 'firefox104'],
    // The content security policy allows no data: and nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
    rolldownOptions: {
      output: {
        // A few large files pack better than many small ones, and are asked for at once. What comes with the page itself stands by itself.
        codeSplitting: {
          groups: [
            {
              name: 'begin',
              test: /preload-helper|\/client\/(?:roles|session\/(?:again|language|insist|limited|place|random|theme|tokens)|words\/(?:begin|plural)|parts\/keepClear)|\/shared\/domain\/life\//,
              priority: 4,
            },
            { name: 'door', test: /\/client\/(?:door\/|words\/lines\.)/, priority: 3 },
            { name: 'welcome', test: /\/client\/words\/door\./, priority: 4 },
            { name: 'react', test: /\/node_modules\/(?:react|react-dom|scheduler)\//, priority: 3 },
            {
              // All that stands behind the door, whoever comes.
              name: 'line',
              test: /\/node_modules\/(?:yjs|lib0|y-.*|socket\.io.*|engine\.io.*|@socket\.io)\/|\/client\/session\/(?!contributing|cowriting|out|own|pace|press|prose|shade|shelf|text|refusalWords|deskRefusalWords|use(?:Carets|FormDraft|Lines|Mine|Once|Text))|\/client\/parts\/(?:useSettling|Button|CharacterCount|Failed|LanguageSwitch|Loading|Mark|Notice|Paving|Practice|PrivacyLink|Receipt|Sign|Spoken|Timer|begin|rounds|useReframing|useSourceLine|words)\.|\/shared\/domain\/phases\/asked\.|\/shared\/text\/(?:day|lengths|normalise|ownLines)\./,
              priority: 2,
            },
            {
              // Where people contribute: the phone and the owner's page.
              name: 'writing',
              test: /\/node_modules\/idb-keyval\/|\/client\/session\/(?:contributing|useMine|useOnce)\.|\/client\/writing\/(?!Kept|PlaceOwn|VerifyNames|laterWords|laterFields|PromiseFields|EditIdea|WithdrawIdea|useBecameQuestion|WhoAndDay|TakeAway|Unsent|Beginning|begun|promise|useStays)|\/client\/phone\/(?:ReadAloud|Signals|speech)\.|\/client\/parts\/(?:ConnectionLine|Ended|Shared)\./,
              priority: 1,
            },
            // Of desk and owner.
            { name: 'cowriting', test: /\/client\/session\/(?:cowriting|press)\./, priority: 1 },
            {
              // What the room sees: the screen, and the small picture of it.
              name: 'shown',
              test: /\/client\/(?:shown\/(?!staged|strands)|stage\/(?:useShown|words|paged)\.)/,
              priority: 1,
            },
            // The desk and the organiser; a phone needs none of it.
            { name: 'kinds', test: /\/shared\/domain\/phases\/(?!asked)/, priority: 2 },
            // A group takes along what its modules import, unless that has one of its own: or whoever lists sources would load all that the room sees.
            { name: 'catalyst', test: /\/shared\/domain\/framings\/catalyst\./, priority: 3 },
            { name: 'change', test: /\/client\/parts\/(?:Change|Reframing)\./, priority: 2 },
            { name: 'knock', test: /\/client\/parts\/(?:Knock|doors|place|useClaim)\./, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    // The address that the browser asked for travels on (no `changeOrigin`): by it the server knows a page of its own.
    proxy: {
      '/api': { target: server },
      '/socket.io': { target: server, ws: true },
      '/yjs': { target: server, ws: true },
    },
  },
})
