// Runs while the page's own scripts are still on their way, so that a first visit's session does not wait for them.
// It takes turns with them and with other tabs; whatever fails here is tried again there, and told.
;(function () {
  var key = 'edgewise-session'
  function begin() {
    if (localStorage.getItem(key) !== null) return null
    return fetch('/api/v1/auth/guest', { method: 'POST' }).then(function (response) {
      if (response.ok) localStorage.setItem(key, 'guest')
    })
  }
  try {
    if (location.pathname.startsWith('/s/') || !navigator.locks || localStorage.getItem(key) !== null) return
    navigator.locks.request('edgewise-refresh', begin).catch(function () {})
  } catch {
    // Storage may be closed; the page then begins the session by itself.
  }
})()
