import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { resumeSound } from '#client/calls/alarm-sound.ts'
import { dropClearTexts } from '#client/lib/clear-before.ts'
import { loadInstallation } from '#client/lib/installation.ts'
import { keepHtmlLanguage } from '#client/lib/language.ts'
import { registerServiceWorker } from '#client/lib/offline.ts'
import { keepHtmlTheme } from '#client/lib/theme.ts'
import { router } from '#client/routes.tsx'
import { startConsole } from '#client/sync/console.ts'
import '#client/ui/styles.css'
import '#client/shell/shell.css'

keepHtmlLanguage(document.documentElement)
keepHtmlTheme(document.documentElement)
dropClearTexts()
void loadInstallation()
registerServiceWorker()
resumeSound()
void startConsole()

const container = document.querySelector('#console')
if (container === null) throw new Error('index.html has lost its #console')
createRoot(container).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
)
