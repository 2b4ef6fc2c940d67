CREATE TABLE `schedule` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`every_minutes` integer NOT NULL,
	`next_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `schedule_by_next` ON `schedule` (`next_at`);--> statement-breakpoint
CREATE INDEX `schedule_by_workspace` ON `schedule` (`workspace_id`);--> statement-breakpoint
CREATE TABLE `__new_job` (
	`id` text PRIMARY KEY NOT NULL,
	`workspace_id` text,
	`schedule_id` text,
	`kind` text NOT NULL,
	`input` text NOT NULL,
	`status` text NOT NULL,
	`progress` real DEFAULT 0 NOT NULL,
	`failure` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_ends_at` integer,
	`enqueued_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`workspace_id`) REFERENCES `workspace`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`schedule_id`) REFERENCES `schedule`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
-- Every job until now made a version, which held its progress and failure.
INSERT INTO `__new_job`("id", "workspace_id", "schedule_id", "kind", "input", "status", "progress", "failure", "attempts", "lease_ends_at", "enqueued_at", "created_at", "finished_at")
SELECT `job`.`id`, `job`.`workspace_id`, NULL, `job`.`kind`, json_object('dataset', `job`.`dataset_id`, 'version', `job`.`version_id`), `job`.`status`,
	CASE `job`.`status` WHEN 'done' THEN 1 ELSE coalesce(`dataset_version`.`progress`, 0) END,
	CASE `job`.`status` WHEN 'failed' THEN `dataset_version`.`failure` END,
	`job`.`attempts`, `job`.`lease_ends_at`, `job`.`enqueued_at`, `job`.`created_at`, `job`.`finished_at`
FROM `job` LEFT JOIN `dataset_version` ON `dataset_version`.`id` = `job`.`version_id`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
CREATE INDEX `job_by_status` ON `job` (`status`);--> statement-breakpoint
CREATE INDEX `job_by_schedule` ON `job` (`schedule_id`);--> statement-breakpoint
CREATE INDEX `job_by_workspace` ON `job` (`workspace_id`);