import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --name what_it_does` after a change of the schema. */
export default defineConfig({
  dialect: 'sqlite',
  schema: './worker/db/schema/*.ts',
  out: './migrations',
  casing: 'snake_case',
})
