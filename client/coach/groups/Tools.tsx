import type { KeyboardEvent } from 'react'
import { Button } from '../Action.tsx'
import type { Grouping } from './useGrouping.ts'
import { useGroupWords } from './useGroupWords.ts'

/** Search, and take all that it finds: the loose ones, and only when there are none of these what stands in groups. */
export const Tools = ({ work, loose }: { work: Grouping; loose: number }) => {
  const w = useGroupWords()
  const { found, search } = work
  const searching = search.trim() !== ''
  const take = loose > 0 ? work.looseFound : found
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && searching) work.chooseFound()
    else if (event.key === 'ArrowDown' && take[0]) work.landing.go(take[0].id)
    else if (event.key === 'Escape') {
      if (searching) work.setSearch('')
      else work.landing.land()
    } else return
    event.preventDefault()
  }
  return (
    <div className="grouping-tools">
      <label className="field field-search">
        <span className="for-ears">{w.groups.search}</span>
        <input
          id="search"
          type="search"
          autoComplete="off"
          placeholder={w.groups.search}
          value={search}
          onChange={(event) => work.setSearch(event.target.value)}
          onKeyDown={keys}
        />
      </label>
      {searching ? (
        <>
          <span role="status">{w.groups.found(found.length, loose)}</span>
          <Button compact hint="Enter" onPress={work.chooseFound} why={take.length === 0 ? w.why.nothingFound : null}>
            {w.groups.chooseFound(take.length)}
          </Button>
          <Button onPress={() => work.setSearch('')}>{w.groups.searchNone}</Button>
        </>
      ) : null}
    </div>
  )
}
