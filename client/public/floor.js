/* For browsers that are too old for the page, in words that they read: no arrow, no const. A page that works all the same draws itself over it. */
;(function (window, document) {
  function say(lines) {
    var page = document.getElementById('page')
    // A page that has drawn itself tells its own faults.
    var standing = page && page.firstElementChild
    if (!standing || standing.className !== 'first') return
    page.innerHTML = ''
    var at, line
    var box = document.createElement('div')
    box.className = 'first'
    box.setAttribute('role', 'alert')
    for (at = 0; at < lines.length; at++) {
      line = document.createElement(at === 0 ? 'h1' : 'p')
      line.lang = at === lines.length - 1 ? 'en' : 'nl'
      line.appendChild(document.createTextNode(lines[at]))
      box.appendChild(line)
    }
    page.appendChild(box)
  }
  var old =
    !('noModule' in document.createElement('script')) ||
    typeof window.structuredClone !== 'function' ||
    typeof window.HTMLDialogElement !== 'function' ||
    !Array.prototype.findLast
  if (old)
    say([
      'Deze browser is te oud',
      'Voor het Plein is Chrome 100, Safari 15.4, Firefox 104 of nieuwer nodig. Werk de browser bij, of doe mee met een ander apparaat.',
      'This browser is too old. The Plein needs Chrome 100, Safari 15.4, Firefox 104 or newer. Update the browser, or use another device.'
    ])
  window.addEventListener(
    'error',
    function (event) {
      var what = event.target
      if (old || !what || what.tagName !== 'SCRIPT') return
      say([
        'Het laden lukte niet',
        'De verbinding viel weg. Laad deze pagina opnieuw.',
        'The page did not load: the connection was lost. Please load it again.'
      ])
    },
    true
  )
})(window, document)
