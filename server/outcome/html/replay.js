/* Shows the chain of wordings one step at a time. The page reads as a story without it; its hash stands in the page's own policy.
   It writes no text of its own and reads none: what people wrote is never markup here. */
;(() => {
  const chain = document.getElementById('chain')
  const bar = chain?.querySelector('.replay')
  const steps = chain ? [...chain.querySelectorAll('.step')] : []
  if (!bar || steps.length < 2) return
  const [play, back, next, all] = ['play', 'back', 'next', 'all'].map((name) => bar.querySelector(`[data-do="${name}"]`))
  const where = bar.querySelector('.where')
  let at = -1

  const show = (to, focus) => {
    at = to
    const on = at >= 0
    chain.classList.toggle('replaying', on)
    for (const [place, step] of steps.entries()) step.classList.toggle('here', place === at)
    play.hidden = on
    for (const button of [back, next, all]) button.hidden = !on
    // Not `disabled`: a button that has the focus would lose it.
    back.setAttribute('aria-disabled', String(at <= 0))
    next.setAttribute('aria-disabled', String(at >= steps.length - 1))
    where.textContent = on ? steps[at].dataset.where : ''
    focus?.focus()
  }
  const go = (by) => {
    if (at >= 0 && steps[at + by]) show(at + by)
  }
  play.addEventListener('click', () => show(0, next))
  back.addEventListener('click', () => go(-1))
  next.addEventListener('click', () => go(1))
  all.addEventListener('click', () => show(-1, play))
  chain.addEventListener('keydown', (event) => {
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by) {
      event.preventDefault()
      go(by)
    } else if (event.key === 'Escape') show(-1, play)
  })
  bar.hidden = false
})()
