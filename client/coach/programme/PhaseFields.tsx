import { kinds } from '../../../shared/domain/phases/kinds.ts'
import type { PhaseKind, PhaseSettings, Poster } from '../../../shared/domain/phases.ts'
import { lengths } from '../../../shared/text/lengths.ts'
import { mostIn } from '../../../shared/wire/mostIn.ts'
import { PlainHints } from '../../plain/PlainHints.tsx'
import { useCoachWords } from '../words.ts'

type Change = (change: Partial<PhaseSettings>) => void
/** A coach is not among them: the desk enters contributions in every phase, whoever posts in it. */
const posters: Poster[] = ['participant', 'owner']
const number = (text: string): number | null => {
  const value = Number.parseInt(text, 10)
  return Number.isFinite(value) && value > 0 ? value : null
}

/** The settings that make sense for this kind, and no other. */
export const PhaseFields = ({ kind, settings, onChange }: { kind: PhaseKind; settings: PhaseSettings; onChange: Change }) => {
  const w = useCoachWords()
  return kinds[kind].shows.map((setting) => {
    switch (setting) {
      case 'prompt':
        return (
          <div key={setting}>
            <label className="field">
              {w.phase.prompt}
              <textarea
                rows={2}
                maxLength={lengths.prompt}
                value={settings.prompt ?? ''}
                onChange={(event) => onChange({ prompt: event.target.value === '' ? null : event.target.value })}
              />
              <small>{w.phase.promptHelp}</small>
            </label>
            <PlainHints text={settings.prompt ?? ''} />
          </div>
        )
      case 'minutes':
      case 'dots':
      case 'maximum':
        return (
          <label key={setting} className="field">
            {w.phase[setting]}
            <input
              type="number"
              min={1}
              max={{ minutes: mostIn.minutes, dots: mostIn.dots, maximum: mostIn.onOne }[setting]}
              value={settings[setting] ?? ''}
              onChange={(event) => onChange({ [setting]: number(event.target.value) })}
            />
            <small>
              {
                {
                  minutes: w.phase.minutesHelp(mostIn.minutes),
                  dots: w.phase.suggested,
                  maximum: w.phase.suggestedOnOne(mostIn.onOne),
                }[setting]
              }
            </small>
          </label>
        )
      case 'whoPosts':
        return (
          <fieldset key={setting} className="field">
            <legend>{w.phase.whoPosts}</legend>
            {posters.map((poster) => (
              <label key={poster} className="check">
                <input
                  type="checkbox"
                  checked={settings.whoPosts.includes(poster)}
                  onChange={(event) =>
                    onChange({
                      whoPosts: [...settings.whoPosts.filter((one) => one !== poster), ...(event.target.checked ? [poster] : [])],
                    })
                  }
                />
                {w.phase.posters[poster]}
              </label>
            ))}
          </fieldset>
        )
      case 'hidden':
        return (
          <label key={setting} className="check">
            <input type="checkbox" checked={settings.hidden} onChange={(event) => onChange({ hidden: event.target.checked })} />
            {w.phase.hidden}
            {settings.hidden ? null : <small>{w.phase.atOnce}</small>}
          </label>
        )
      case 'whoGroups':
        return (
          <Choice
            key={setting}
            legend={w.phase.whoGroups}
            name={setting}
            value={settings.whoGroups}
            options={{ coaches: w.phase.coaches, authors: w.phase.authors }}
            onChoose={(whoGroups) => onChange({ whoGroups })}
          />
        )
      case 'over':
        return (
          <Choice
            key={setting}
            legend={w.phase.over}
            name={setting}
            value={settings.over}
            options={{ clusters: w.phase.clusters, ideas: w.phase.ideas, framings: w.phase.framings }}
            onChoose={(over) => onChange({ over })}
          />
        )
      default:
        return setting satisfies never
    }
  })
}

const Choice = <T extends string>({
  legend,
  name,
  value,
  options,
  onChoose,
}: {
  legend: string
  name: string
  value: T
  options: Record<T, string>
  onChoose: (value: T) => void
}) => (
  <fieldset className="field">
    <legend>{legend}</legend>
    {(Object.entries(options) as [T, string][]).map(([option, label]) => (
      <label key={option} className="check">
        <input type="radio" name={name} checked={value === option} onChange={() => onChoose(option)} />
        {label}
      </label>
    ))}
  </fieldset>
)
