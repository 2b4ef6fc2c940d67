import { render } from 'preact'
import { App } from './app/app.tsx'
import { createServices } from './app/services.ts'
import { followTheme } from './app/theme.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'

const services = createServices()
followTheme(services.session.theme)
const root = document.getElementById('app')
if (root) render(<App services={services} />, root)
