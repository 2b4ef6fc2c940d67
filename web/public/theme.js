// Runs before the first paint, so that no page flashes in the wrong theme. A file of its own, as the CSP allows no inline script.
;(function () {
  var choice = null
  try {
    choice = localStorage.getItem('edgewise-theme')
  } catch {
    // Storage may be closed; the system's choice is then the theme.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
