import { asked } from '../../shared/domain/phases/asked.ts'
import type { PhaseEntry } from '../../shared/wire/documents.ts'
import { useLater } from '../session/later.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { useEntries } from '../session/useDocument.ts'
import { useMine } from '../session/useMine.ts'
import { useMay } from '../session/useSeat.ts'
import { useForms } from '../writing/forms.ts'
import { OwnIdeas } from '../writing/OwnIdeas.tsx'
import { Write } from '../writing/Write.tsx'
import { useWritingWords } from '../writing/words.ts'
import { partsLater, placeLater } from './later.ts'
import { useOwnerWords } from './words.ts'

/** Where the phase says so the owner writes like everybody: by an edit key, without a name, and it waits with the rest. */
export const Contribute = ({ phase, closed }: { phase: (PhaseEntry & { id: string }) | null; closed: boolean }) => {
  const w = useOwnerWords()
  const { write, why } = useWritingWords()
  const { plein } = useSession()
  const may = useMay()
  const parts = useLater(partsLater)
  const phases = useEntries('board', 'phases')
  const { lines, post, forget } = useMine()
  const asks = phase !== null && asked[phase.kind].length > 0
  const { forms, done } = useForms(plein, phase, asks && may('idea.post'))
  const places = phase?.kind === 'cluster' && phase.settings.whoGroups === 'authors'
  const come = useLater(placeLater, places)
  const mood = phase?.kind === 'burst' && parts !== null ? <parts.Mood phase={phase} lines={lines} /> : null
  if (forms.length === 0 && lines.length === 0) return mood
  return (
    <section className="writing">
      <h2>{w.writing.heading}</h2>
      <p className="help">{forms.some((form) => form.as === 'proposal') ? w.writing.helpProposal : w.writing.help}</p>
      {mood}
      {forms.map((form) => (
        <Write
          key={form.name}
          form={form}
          phase={phases.get(form.phase)}
          late={!closed && form.phase !== phase?.id}
          heading={true}
          lines={lines}
          post={post}
          onDone={done}
          barred={closed ? why.over : form.phase === phase?.id && !may('idea.post') && write.others}
          tone={phase?.kind === 'harvest' || (phase?.kind === 'reframe' && may('framing.adopt')) ? 'plain' : 'main'}
        />
      ))}
      {places && come !== null ? <come.PlaceOwn lines={lines} /> : null}
      {parts === null ? null : <parts.VerifyNames lines={lines} />}
      <OwnIdeas lines={lines} post={post} forget={forget} unfolded={asks} />
    </section>
  )
}
