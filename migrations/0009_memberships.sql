CREATE TABLE `__new_user` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`password_hash` text,
	`preferences` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`last_sign_in_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_user`("id", "kind", "email", "name", "password_hash", "preferences", "is_active", "last_sign_in_at", "created_at") SELECT "id", "kind", "email", "name", "password_hash", "preferences", "is_active", "last_sign_in_at", "created_at" FROM `user`;--> statement-breakpoint
-- D1 always enforces foreign keys, so dropping the table of users deletes their sessions: they are set aside.
CREATE TABLE `__old_owner` AS SELECT "id", "workspace_id", "created_at", coalesce("last_sign_in_at", "created_at") AS "last_used_at" FROM `user`;--> statement-breakpoint
CREATE TABLE `__old_session` AS SELECT * FROM `session`;--> statement-breakpoint
CREATE TABLE `__old_refresh_token` AS SELECT * FROM `refresh_token`;--> statement-breakpoint
DROP TABLE `user`;--> statement-breakpoint
ALTER TABLE `__new_user` RENAME TO `user`;--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE INDEX `user_by_kind` ON `user` (`kind`);--> statement-breakpoint
CREATE TABLE `membership` (
	`user_id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `workspace_id`),
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `membership_by_workspace` ON `membership` (`workspace_id`);--> statement-breakpoint
-- Everybody has owned the one workspace they were in.
INSERT INTO `membership`("user_id", "workspace_id", "role", "created_at", "last_used_at") SELECT "id", "workspace_id", 'owner', "created_at", "last_used_at" FROM `__old_owner`;--> statement-breakpoint
INSERT INTO `session`("id", "workspace_id", "user_id", "created_at", "expires_at", "revoked_at") SELECT "id", "workspace_id", "user_id", "created_at", "expires_at", "revoked_at" FROM `__old_session`;--> statement-breakpoint
INSERT INTO `refresh_token`("hash", "workspace_id", "session_id", "created_at", "used_at", "uses") SELECT "hash", "workspace_id", "session_id", "created_at", "used_at", "uses" FROM `__old_refresh_token`;--> statement-breakpoint
DROP TABLE `__old_owner`;--> statement-breakpoint
DROP TABLE `__old_session`;--> statement-breakpoint
DROP TABLE `__old_refresh_token`;
