import { render } from 'preact'
import { App } from './app/app.tsx'
import { followTheme } from './app/theme.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'

followTheme()
const root = document.getElementById('app')
if (root) render(<App />, root)
