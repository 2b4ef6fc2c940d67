CREATE TABLE `audit_event` (
	`workspace_id` text NOT NULL,
	`number` integer NOT NULL,
	`at` integer NOT NULL,
	`user_id` text,
	`session_id` text,
	`address` text,
	`command` text NOT NULL,
	`effect` text NOT NULL,
	`object` text NOT NULL,
	`object_id` text,
	`dataset_id` text,
	`version_id` text,
	`rows` integer,
	`before` text,
	`after` text,
	`outcome` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `number`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_event_by_time` ON `audit_event` (`workspace_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_event_by_user` ON `audit_event` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `audit_policy` (
	`workspace_id` text PRIMARY KEY NOT NULL,
	`kept_days` integer NOT NULL,
	`last_number` integer DEFAULT 0 NOT NULL,
	`last_hash` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `access_grant` (
	`key` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`project_id` text,
	`dataset_id` text,
	`user_id` text,
	`group_id` text,
	`role` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`project_id`) REFERENCES `project`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`dataset_id`) REFERENCES `dataset`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `member_group`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `access_grant_by_user` ON `access_grant` (`workspace_id`,`user_id`);--> statement-breakpoint
CREATE TABLE `group_member` (
	`workspace_id` text NOT NULL,
	`group_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`group_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`group_id`) REFERENCES `member_group`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `group_member_by_user` ON `group_member` (`user_id`,`workspace_id`);--> statement-breakpoint
CREATE TABLE `member_group` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_group_by_name` ON `member_group` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`groups` text NOT NULL,
	`email` text,
	`max_uses` integer NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_tokenHash_unique` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE INDEX `invitation_by_workspace` ON `invitation` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `project` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`is_restricted` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `project_by_workspace` ON `project` (`workspace_id`);--> statement-breakpoint
ALTER TABLE `dataset` ADD `project_id` text REFERENCES project(id);--> statement-breakpoint
ALTER TABLE `dataset` ADD `is_restricted` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `dataset_by_project` ON `dataset` (`project_id`);--> statement-breakpoint
ALTER TABLE `membership` ADD `attributes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `upload` ADD `project_id` text REFERENCES project(id);--> statement-breakpoint
ALTER TABLE `workspace` ADD `organisation_id` text REFERENCES organisation(id);--> statement-breakpoint
ALTER TABLE `workspace` ADD `name` text DEFAULT 'My workspace' NOT NULL;--> statement-breakpoint
UPDATE `membership` SET `role` = 'analyst' WHERE `role` = 'editor';--> statement-breakpoint
CREATE TRIGGER `audit_event_is_append_only` BEFORE UPDATE ON `audit_event` BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
