import type { App } from './schemas.ts'

type Operation = { readonly summary?: string }
type Document = { readonly paths?: { readonly [path: string]: { readonly [method: string]: Operation } | undefined } }

const escape = (text: string): string => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** The calls, for people; programs read openapi.json. No script and no style but the browser's own. */
export function docsRoutes(app: App): void {
  app.get('/api/openapi.json', { schema: { hide: true }, config: { open: true } }, async () => app.swagger())

  app.get('/api/docs', { schema: { hide: true }, config: { open: true } }, async (_request, reply) => {
    const { paths = {} } = app.swagger() as Document
    const rows = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods ?? {}).map(
        ([method, { summary = '' }]) =>
          `<tr><td><code>${method.toUpperCase()} ${escape(path)}</code></td><td>${escape(summary)}</td></tr>`,
      ),
    )
    return reply
      .type('text/html; charset=utf-8')
      .send(
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gridbook API</title><main><h1>Gridbook API</h1><p><a href="/api/openapi.json">openapi.json</a></p><table><tbody>${rows.join('')}</tbody></table></main></html>`,
      )
  })
}
