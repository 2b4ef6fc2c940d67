import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Correction } from '#core/semantic/correction.ts'
import { flag, id, json, moment } from '../columns.ts'
import { ownedBy } from './workspaces.ts'
import { dataset } from './datasets.ts'

/** What was asked of a dataset, once however often; kept until somebody deletes it, or the dataset. */
export const askedQuestion = sqliteTable(
  'asked_question',
  {
    id: id<'question'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    userId: id<'user'>().notNull(),
    question: text().notNull(),
    /** The reading, as an address carries it, where the question alone would not give it; else empty. */
    link: text().notNull().default(''),
    /** What somebody calls it; empty where nobody does. */
    name: text().notNull().default(''),
    isFavourite: flag().notNull().default(false),
    /** When it was asked last. */
    askedAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('asked_question_once').on(table.datasetId, table.question, table.link),
    index('asked_question_by_workspace').on(table.workspaceId, table.askedAt),
  ],
)

/** What a word means in questions about a dataset, as a person of its workspace said. */
export const questionCorrection = sqliteTable(
  'question_correction',
  {
    id: id<'correction'>().primaryKey(),
    workspaceId: ownedBy(),
    datasetId: id<'dataset'>()
      .notNull()
      .references(() => dataset.id, { onDelete: 'cascade' }),
    userId: id<'user'>().notNull(),
    words: text().notNull(),
    meaning: json<Pick<Correction, 'column' | 'value'>>().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('question_correction_once').on(table.datasetId, table.words),
    index('question_correction_by_workspace').on(table.workspaceId),
  ],
)
