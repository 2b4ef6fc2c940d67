import { privacyVersion } from '#core/access/privacy-version.ts'
import './account.css'

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' })

/** What is kept about people. Its version is stored with every account that accepted it. */
export function PrivacyView() {
  return (
    <article class="settings">
      <h1>Privacy</h1>
      <p class="muted">Version of {day.format(new Date(privacyVersion))}</p>
      <h2>What is kept</h2>
      <p>
        Your name, e-mail address and preferences; a password only as a hash that nobody can read; where and when you
        signed in; the files that you load, what you ask of them, and the dashboards that you make.
      </p>
      <h2>What it is for</h2>
      <p>To show you your work and keep your account safe. It is neither sold nor used for advertising.</p>
      <h2>Who sees it</h2>
      <p>
        You, and the people whom you give a link or invite. A language model, where the operator of this installation
        has set one up, is told names of columns and totals, and never a cell.
      </p>
      <h2>What you can do</h2>
      <p>
        On the page of your account, you can download everything that is kept about you, and delete the account. It goes
        for good after 14 days.
      </p>
    </article>
  )
}
